package bactrian.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The end of a claimed call.
 *
 * @param sent whether its edits were sent after it was claimed; false where it was given up instead
 * @param outcomes packed, one an edit
 * @param othersNotBefore calls that waited for this one, and later sections, are not claimed before
 * @param evidence what went over the wire
 * @param now milliseconds
 */
record Settlement(
        Claim claim,
        boolean sent,
        byte[] outcomes,
        TallyCount count,
        Optional<Instant> othersNotBefore,
        Optional<Exchanges.Packed> evidence,
        long now) {

    /** 1 where its edits were sent for the first time. */
    int first() {
        return sent ? claim.first() : 0;
    }

    /** 1 where its edits were sent, and not for the first time. */
    int further() {
        return sent ? claim.further() : 0;
    }

    /** Whether the ledger counts a request for it that was never made. */
    boolean countsTooMuch() {
        return !sent && claim.pursuit().isEmpty();
    }
}
