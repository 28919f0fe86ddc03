package bactrian.ledger;

import bactrian.outcome.Code;
import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stands.
 *
 * @param arrivalNumber counts up with every arrival at this ledger; jobs of a connection start in this order
 * @param reason why it is rejected, held or cancelled; empty in other states
 * @param calls distinct calls sent so far
 * @param retries their further attempts
 * @param progress what a provider says of work in the background, for people; empty when nothing
 */
public record Job(
        long arrivalNumber,
        String id,
        JobState state,
        Arrival arrival,
        Optional<Reason> reason,
        Tally tally,
        long calls,
        long retries,
        String progress,
        Instant receivedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /** Why a job is where it is. */
    public record Reason(Code code, String message) {}
}
