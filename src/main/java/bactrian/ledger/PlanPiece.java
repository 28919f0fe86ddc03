package bactrian.ledger;

import bactrian.operation.Change;
import bactrian.outcome.Outcome;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What of a plan is written in one transaction. */
final class PlanPiece {
    private static final int UNSENT_IN_A_ROW = 1000;

    private final List<Object[]> changes = new ArrayList<>();
    private final List<Object[]> calls = new ArrayList<>();
    private final List<Object[]> cargo = new ArrayList<>();
    private final List<Object[]> after = new ArrayList<>();
    private final List<Object[]> unsent = new ArrayList<>();
    private final TallyCount unsentTally = new TallyCount();
    private final TreeMap<Long, Outcome> unsentRow = new TreeMap<>();
    private final List<Object[]> expected = new ArrayList<>();
    private int bytes;

    int rows() {
        return changes.size() + calls.size() + after.size() + unsent.size() + expected.size();
    }

    int bytes() {
        return bytes;
    }

    void change(int number, long connection, Change change) {
        String parameters = Json.write(change.values());
        String selection = change.where().map(Json::write).orElse(null);
        changes.add(new Object[] {number, connection, change.provider(), change.operation(), parameters, selection});
        bytes += parameters.length();
    }

    void call(DraftCall call, PlanParts.Place place, Optional<String> question) {
        Set<Integer> needed = new TreeSet<>(call.after());
        calls.add(new Object[] {
            call.number(),
            call.change(),
            place.connection(),
            place.part(),
            call.number(),
            call.ordinals().size(),
            needed.isEmpty() ? "ready" : "blocked",
            needed.size(),
            call.number(),
            question.orElse(null)
        });
        needed.forEach(earlier -> after.add(new Object[] {earlier, call.number()}));
        byte[] ordinals = Ordinals.pack(call.ordinals());
        byte[] targets = Targets.pack(call.targets());
        cargo.add(new Object[] {
            call.number(),
            call.ordinals().get(0),
            call.ordinals().get(call.ordinals().size() - 1),
            ordinals,
            targets
        });
        bytes += ordinals.length + targets.length;
    }

    void expected(int call, byte[] content) {
        expected.add(new Object[] {call, Origin.PLAN.word(), 0, content});
        bytes += content.length;
    }

    void unsent(long ordinal, Outcome outcome) {
        if (unsentRow.put(ordinal, outcome) != null) {
            throw new IllegalArgumentException("edit " + ordinal + " is settled twice");
        }
        unsentTally.add(outcome, 1);
    }

    boolean hasUnsent() {
        return !unsentRow.isEmpty();
    }

    boolean unsentFull() {
        return unsentRow.size() >= UNSENT_IN_A_ROW;
    }

    void endUnsent(int number) {
        byte[] ordinals = Ordinals.pack(List.copyOf(unsentRow.keySet()));
        byte[] outcomes =
                Outcomes.pack(unsentRow.values().stream().map(Optional::of).toList());
        unsent.add(new Object[] {number, unsentRow.firstKey(), unsentRow.lastKey(), ordinals, outcomes});
        bytes += ordinals.length + outcomes.length;
        unsentRow.clear();
    }

    void write(Handle handle, long job) {
        insert(handle, job, changes, "change (job, number, connection, provider, operation, parameters, selection)");
        insert(
                handle,
                job,
                calls,
                "call (job, number, change, connection, part, place, size, state, needs, root, pursuit)");
        insert(handle, job, cargo, "cargo (job, number, first_ordinal, last_ordinal, ordinals, targets)");
        insert(handle, job, after, "call_after (job, needed, number)");
        insert(handle, job, unsent, "unsent (job, number, first_ordinal, last_ordinal, ordinals, outcomes)");
        insert(handle, job, expected, "captured (job, call, origin, page, content)");
        unsentTally.addTo(handle, job);
    }

    private static void insert(Handle handle, long job, List<Object[]> rows, String into) {
        if (rows.isEmpty()) {
            return;
        }
        String holes = ", ?".repeat(rows.get(0).length);
        // Filled in by hand: a plan has as many rows as the document where no two rows share a call.
        try (PreparedStatement batch =
                handle.getConnection().prepareStatement("insert into " + into + " values (?" + holes + ")")) {
            for (Object[] row : rows) {
                batch.setLong(1, job);
                for (int i = 0; i < row.length; i++) {
                    batch.setObject(i + 2, row[i]);
                }
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException failure) {
            throw new BatchFailed(failure);
        }
    }
}
