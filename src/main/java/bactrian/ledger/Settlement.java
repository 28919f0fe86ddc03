package bactrian.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The end of a claimed call.
 *
 * @param outcomes packed, one an edit
 * @param othersNotBefore calls that waited for this one, and later sections, are not claimed before
 * @param evidence what went over the wire
 * @param now milliseconds
 */
record Settlement(
        Claim claim,
        byte[] outcomes,
        TallyCount count,
        Optional<Instant> othersNotBefore,
        Optional<Exchanges.Packed> evidence,
        long now) {}
