package bactrian.ledger;

import bactrian.operation.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call as evidence.
 *
 * @param state {@code blocked}, {@code ready}, {@code sending}, {@code waiting}, {@code following}, {@code settled} or
 *     {@code divided}
 * @param requests edit-carrying requests that were made for it
 * @param note why it waits or what became of it, for people
 * @param outcomes one an edit once settled; empty before and where divided
 */
public record CallRecord(
        Call call,
        String state,
        int requests,
        String note,
        Optional<Instant> sentAt,
        Optional<Instant> settledAt,
        List<Optional<bactrian.outcome.Outcome>> outcomes) {}
