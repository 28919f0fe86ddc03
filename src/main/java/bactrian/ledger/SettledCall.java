package bactrian.ledger;

import bactrian.operation.Call;
import bactrian.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call whose edits have outcomes.
 *
 * @param ordinals of its edits, in the call's order
 * @param outcomes one an edit; empty for edits that went on in another call
 */
public record SettledCall(
        Call call, List<Long> ordinals, List<Optional<Outcome>> outcomes, Optional<Instant> settledAt) {}
