package bactrian.ledger;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that one worker has taken. It is recorded as {@code sending} before this value exists.
 *
 * @param attempt counts attempts at sending the edits, this one included, from 1; waits for a rate limit do not count
 * @param mayBeApplied an earlier attempt was lost or answered 5xx, so the edits may already be applied
 * @param pursuit what to ask, where the call is followed; empty where its edits are to be sent
 * @param followedSince since when it is followed; present exactly where {@code pursuit} is
 * @param refusedSince since when it has been put off without an attempt (429, no connection); empty when it has not
 * @param proves its successes are confirmed by reading back
 * @param held the ledger's own
 */
public record Claim(
        Call call,
        int attempt,
        boolean mayBeApplied,
        Optional<Pursuit> pursuit,
        Optional<Instant> followedSince,
        Optional<Instant> refusedSince,
        boolean proves,
        Held held) {

    /** 1 where it sends edits and does so for the first time. */
    int first() {
        return pursuit.isEmpty() && held.requests() == 1 ? 1 : 0;
    }

    /** 1 where it sends edits and does not do so for the first time. */
    int further() {
        return pursuit.isEmpty() && held.requests() > 1 ? 1 : 0;
    }
}
