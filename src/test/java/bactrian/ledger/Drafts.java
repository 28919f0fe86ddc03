package bactrian.ledger;

import bactrian.operation.Change;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Jobs for tests: documents without a file, plans without a planner. */
final class Drafts {
    static final String LANE = "awork";

    private final Ledger ledger;
    private final List<DraftCall> calls = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private long nextOrdinal;

    Drafts(Ledger ledger) {
        this.ledger = ledger;
    }

    static Arrival arrival(String content) {
        return new Arrival(
                "inbox:prio.csv",
                "prio.csv",
                "csv",
                Optional.of("awork"),
                Optional.empty(),
                Optional.empty(),
                content,
                42,
                Optional.of("inbox/prio.csv#" + content),
                Map.of("again", "true"));
    }

    static Change change(String connection, String priority) {
        return new Change(
                connection,
                "awork",
                "setprio",
                JsonNodeFactory.instance.objectNode().put("newPriority", priority),
                Optional.empty());
    }

    /** A call of {@code size} edits with targets of their own. */
    Drafts call(String connection, int section, int size, Integer... after) {
        int number = calls.size() + 1;
        changes.add(change(connection, "p" + number));
        List<Long> ordinals =
                LongStream.range(nextOrdinal, nextOrdinal + size).boxed().toList();
        nextOrdinal += size;
        calls.add(new DraftCall(
                number,
                number,
                section,
                ordinals,
                ordinals.stream().map(ordinal -> "target-" + ordinal).toList(),
                List.of(after)));
        return this;
    }

    Drafts call(int size, Integer... after) {
        return call(LANE, 0, size, after);
    }

    /** Received and planned. */
    Drafts planned(String id) {
        ledger.jobs().receive(id, arrival("sha-" + id));
        try (PlanWriter plan = ledger.jobs().plan(id)) {
            changes.forEach(plan::change);
            calls.forEach(plan::call);
            plan.commit(nextOrdinal);
        }
        return this;
    }

    /** Received, planned and started. */
    void running(String id) {
        planned(id);
        ledger.jobs().start(id, "test");
    }
}
