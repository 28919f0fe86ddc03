package bactrian.simulator.wire;

import java.time.Duration;

/** How work that goes on after an answer gets on. */
public sealed interface Pace {

    /** Every look at the work brings it on; after so many it has ended. Work nobody looks at stays where it is. */
    record Looks(int untilDone) implements Pace {}

    /** The work ends so long after its start, looked at or not. */
    record Time(Duration untilDone) implements Pace {}
}
