/** awork as a local server: the batch endpoint's fourteen operations and single tasks. */
@NullMarked
package bactrian.simulator.awork;

import org.jspecify.annotations.NullMarked;
