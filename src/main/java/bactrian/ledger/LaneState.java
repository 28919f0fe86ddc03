package bactrian.ledger;

import bactrian.outcome.Code;
import java.time.Instant;
import java.util.Optional;

/**
 * How a connection's lane is.
 *
 * @param trouble why nothing is sent; empty while it is well
 * @param limitedSince since when every request has been answered 429; empty when the last one was not
 */
public record LaneState(String connection, Optional<Trouble> trouble, Optional<Instant> limitedSince) {

    /** A lane about which there is nothing to say. */
    public static LaneState well(String connection) {
        return new LaneState(connection, Optional.empty(), Optional.empty());
    }

    public boolean isWell() {
        return trouble.isEmpty() && limitedSince.isEmpty();
    }

    /**
     * Why a lane rests.
     *
     * @param code what its calls become when it does not recover within {@code give-up-after}
     * @param why for people
     * @param nextProbe when the provider is asked again whether it is back
     * @param probes how often it has been asked so far
     */
    public record Trouble(Code code, String why, Instant since, Instant nextProbe, int probes) {}
}
