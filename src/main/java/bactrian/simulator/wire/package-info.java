/** What the three simulated providers share: the server, faults, rate limit, request log, and compact state. */
@NullMarked
package bactrian.simulator.wire;

import org.jspecify.annotations.NullMarked;
