package bactrian.web;

import bactrian.ledger.DraftCall;
import bactrian.ledger.PlanSink;
import bactrian.operation.Change;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Takes a plan that is only looked at and keeps its first edits, by their order in the document. */
final class Sample implements PlanSink {
    private static final int KEPT = 10;

    private final List<Change> changes = new ArrayList<>();
    private final TreeMap<Long, Kept> first = new TreeMap<>();

    private record Kept(int change, String target) {}

    @Override
    public int change(Change change) {
        changes.add(change);
        return changes.size() - 1;
    }

    @Override
    public void call(DraftCall call) {
        // Ordinals ascend within a call, so only its first few can be among the first of all.
        int looked = Math.min(KEPT, call.ordinals().size());
        for (int place = 0; place < looked; place++) {
            String target = call.targets().isEmpty() ? "" : call.targets().get(place);
            first.put(call.ordinals().get(place), new Kept(call.change(), target));
        }
        while (first.size() > KEPT) {
            first.pollLastEntry();
        }
    }

    @Override
    public void unsent(long ordinal, Outcome outcome) {}

    /** Writes the kept edits. */
    void writeTo(ArrayNode sample) {
        first.forEach((ordinal, kept) -> {
            Change change = changes.get(kept.change());
            ObjectNode edit = sample.addObject()
                    .put("edit", ordinal + 1)
                    .put("provider", change.provider())
                    .put("operation", change.operation());
            change.where().ifPresentOrElse(where -> edit.set("where", where), () -> edit.put("id", kept.target()));
            edit.set("values", change.values());
        });
    }
}
