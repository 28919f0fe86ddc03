package bactrian.plan;

import bactrian.ledger.DraftCall;
import bactrian.ledger.PlanSink;
import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Edit;
import bactrian.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan as the ledger would be given it. */
final class RecordedPlan implements PlanSink {
    final List<Change> changes = new ArrayList<>();
    final List<DraftCall> calls = new ArrayList<>();
    final Map<Long, Outcome> unsent = new TreeMap<>();

    /** Packs edits with next to no memory, so that everything goes by way of the scratch file. */
    static RecordedPlan of(List<Edit> edits, Catalogue catalogue, int inMemory) {
        RecordedPlan plan = new RecordedPlan();
        try (Scratch scratch = new Scratch(Path.of("target", "scratch"), inMemory)) {
            Packing packing = new Packing(catalogue, Rows.connections(), scratch, 100L * edits.size());
            edits.forEach(packing.intake()::edit);
            packing.pack(plan);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return plan;
    }

    static RecordedPlan of(Rows rows, int limit) {
        return of(rows.edits(), Rows.catalogue(limit), Scratch.IN_MEMORY);
    }

    @Override
    public int change(Change change) {
        changes.add(change);
        return changes.size();
    }

    @Override
    public void call(DraftCall call) {
        calls.add(call);
    }

    @Override
    public void unsent(long ordinal, Outcome outcome) {
        unsent.put(ordinal, outcome);
    }

    Change changeOf(DraftCall call) {
        return changes.get(call.change() - 1);
    }
}
