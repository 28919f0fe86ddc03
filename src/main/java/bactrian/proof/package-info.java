/** Compare, save, verify, undo, purge: all that looks at targets before and after a job, and what is kept of it. */
@NullMarked
package bactrian.proof;

import org.jspecify.annotations.NullMarked;
