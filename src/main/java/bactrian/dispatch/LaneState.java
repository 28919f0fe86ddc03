package bactrian.dispatch;

import bactrian.outcome.Code;
import java.time.Instant;
import java.util.Optional;

/**
 * How a lane is.
 *
 * @param trouble why it rests; empty while it is well
 * @param limitedSince since when every request has been answered 429; empty when the last one was not
 */
public record LaneState(String connection, Optional<Trouble> trouble, Optional<Instant> limitedSince) {

    /**
     * Why a lane rests.
     *
     * @param code what its calls become when it does not recover within {@code give-up-after}
     * @param why for people
     * @param nextProbe when one call is tried again
     * @param probes tries so far
     */
    public record Trouble(Code code, String why, Instant since, Instant nextProbe, int probes) {}
}
