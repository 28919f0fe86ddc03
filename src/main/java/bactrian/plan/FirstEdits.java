package bactrian.plan;

import bactrian.ledger.DraftCall;
import bactrian.ledger.PlanSink;
import bactrian.operation.Change;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Hands a plan on and keeps its first edits, by their order in the document, to be shown to people. */
public final class FirstEdits implements PlanSink {
    private static final int KEPT = 10;

    private final PlanSink next;
    private final Map<Integer, Change> changes = new HashMap<>();
    private final TreeMap<Long, Kept> first = new TreeMap<>();

    private record Kept(Change change, String target) {}

    private FirstEdits(PlanSink next) {
        this.next = next;
    }

    /** For a plan that is only looked at. */
    public static FirstEdits only() {
        return new FirstEdits(new Unheard());
    }

    static FirstEdits before(PlanSink next) {
        return new FirstEdits(next);
    }

    @Override
    public int change(Change change) {
        int number = next.change(change);
        // Bounded: a change is introduced right before its first call, so of many only old ones are forgotten.
        if (changes.size() >= 2 * KEPT) {
            changes.clear();
        }
        changes.put(number, change);
        return number;
    }

    @Override
    public void call(DraftCall call) {
        next.call(call);
        Change change = changes.get(call.change());
        if (change == null) {
            return;
        }
        // Ordinals ascend within a call, so only its first few can be among the first of all.
        int looked = Math.min(KEPT, call.ordinals().size());
        for (int place = 0; place < looked; place++) {
            String target = call.targets().isEmpty() ? "" : call.targets().get(place);
            first.put(call.ordinals().get(place), new Kept(change, target));
        }
        while (first.size() > KEPT) {
            first.pollLastEntry();
        }
    }

    @Override
    public void unsent(long ordinal, Outcome outcome) {
        next.unsent(ordinal, outcome);
    }

    /** Writes the kept edits: {@code edit} (1 = the first), {@code provider}, {@code operation}, id or where, values. */
    public void writeTo(ArrayNode edits) {
        first.forEach((ordinal, kept) -> {
            Change change = kept.change();
            ObjectNode edit = edits.addObject()
                    .put("edit", ordinal + 1)
                    .put("provider", change.provider())
                    .put("operation", change.operation());
            change.where().ifPresentOrElse(where -> edit.set("where", where), () -> edit.put("id", kept.target()));
            edit.set("values", change.values());
        });
    }
}
