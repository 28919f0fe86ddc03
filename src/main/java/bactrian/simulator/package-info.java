/** The three providers as faithful local servers, for trying things out, tests and measuring. Knows nothing of the other rooms. */
@NullMarked
package bactrian.simulator;

import org.jspecify.annotations.NullMarked;
