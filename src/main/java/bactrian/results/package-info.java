/** What is handed back: an account of every edit, what can be tried again, a summary, and what was refused whole. */
@NullMarked
package bactrian.results;

import org.jspecify.annotations.NullMarked;
