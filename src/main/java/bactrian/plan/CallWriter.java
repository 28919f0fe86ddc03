package bactrian.plan;

import bactrian.ledger.DraftCall;
import bactrian.ledger.PlanSink;
import bactrian.operation.Change;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** Numbers calls from 1 and hands them on, each change before its first call. */
final class CallWriter {
    private final PlanSink sink;
    private final Changes changes;
    private final Kinds kinds;
    private final Shares shares;
    private final BitSet introduced = new BitSet();
    private final BitSet selecting = new BitSet();
    private final Column sinkNumbers = new Column();
    private final Column sharePlaces = new Column();
    private final Column reasons = new Column();
    private int number;

    CallWriter(PlanSink sink, Changes changes, Kinds kinds, Shares shares) {
        this.sink = sink;
        this.changes = changes;
        this.kinds = kinds;
        this.shares = shares;
    }

    /**
     * Writes one call.
     *
     * @param ordinals ascending; targets in the same order
     * @return its number
     */
    int write(int section, int kind, List<Long> ordinals, List<String> targets, List<Integer> after)
            throws IOException {
        int change = kinds.change(kind);
        if (!introduced.get(change)) {
            introduce(change);
        }
        number++;
        sink.call(new DraftCall(
                number,
                sinkNumbers.get(change),
                section,
                ordinals,
                selecting.get(change) ? List.of() : targets,
                after));
        shares.count(sharePlaces.get(change), ordinals.size());
        if (reasons.get(change) >= 0) {
            shares.irreversibles().count(reasons.get(change), ordinals.size());
        }
        return number;
    }

    private void introduce(int place) throws IOException {
        Change change = changes.get(place);
        sinkNumbers.set(place, sink.change(change));
        sharePlaces.set(place, shares.place(change));
        reasons.set(place, shares.reason(change));
        selecting.set(place, change.where().isPresent());
        introduced.set(place);
    }
}
