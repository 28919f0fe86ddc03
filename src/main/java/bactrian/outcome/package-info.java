/** What became of an edit, and what is wrong with an input: plain values that every room may use. */
@NullMarked
package bactrian.outcome;

import org.jspecify.annotations.NullMarked;
