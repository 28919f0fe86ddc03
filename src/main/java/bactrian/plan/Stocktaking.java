package bactrian.plan;

import bactrian.instruction.EditSink;
import bactrian.ledger.Applied;
import bactrian.operation.Change;
import bactrian.operation.Edit;
import bactrian.operation.Fingerprints;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes a full snapshot while it is read, then compares it with what was last applied, both in order of targets: memory
 * holds two bits an edit, whatever the number of targets. Where a target comes more than once, its changes count as one.
 */
final class Stocktaking implements EditSink {
    private static final int BATCH = 1_000;

    private final Scratch scratch;
    private final BitSet unchanged = new BitSet();
    private final BitSet doubtful = new BitSet();
    private int waiting;
    private @Nullable Change last;
    private String lastPrint = "";

    Stocktaking(Scratch scratch) throws IOException {
        this.scratch = scratch;
        scratch.run("CREATE TABLE seen (target TEXT NOT NULL, ordinal INTEGER NOT NULL, change TEXT NOT NULL)");
    }

    @Override
    public void edit(Edit edit) {
        if (edit.change().where().isPresent()) {
            return;
        }
        if (edit.change() != last) {
            last = edit.change();
            lastPrint = Fingerprints.ofChange(edit.change());
        }
        try {
            PreparedStatement insert = scratch.prepared("INSERT INTO seen (target, ordinal, change) VALUES (?, ?, ?)");
            insert.setString(1, Fingerprints.ofTarget(edit.change(), edit.target()));
            insert.setLong(2, edit.ordinal());
            insert.setString(3, lastPrint);
            insert.addBatch();
            if (++waiting == BATCH) {
                flush(insert);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(scratch.unusable(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void invalid(long ordinal, Problem problem) {
        // It is never sent, so there is nothing to compare.
    }

    private void flush(PreparedStatement insert) throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    /** Edits that change nothing. */
    BitSet unchanged() {
        return unchanged;
    }

    /** Edits that may have been applied before, and are not safe to repeat. */
    BitSet doubtful() {
        return doubtful;
    }

    /** Drafts what is to be applied. */
    Difference with(Baseline baseline) throws IOException {
        try (Baseline.Drafts drafts = baseline.new Drafts()) {
            flush(scratch.prepared("INSERT INTO seen (target, ordinal, change) VALUES (?, ?, ?)"));
            AppliedInOrder applied = new AppliedInOrder(baseline);
            Sum sum = new Sum();
            BitSet edits = new BitSet();
            String target = "";
            String change = "";
            try (ResultSet rows = scratch.prepared("SELECT target, ordinal, change FROM seen ORDER BY target, ordinal")
                    .executeQuery()) {
                while (rows.next()) {
                    if (!rows.getString(1).equals(target)) {
                        settle(target, change, edits, applied, sum, drafts, baseline);
                        target = rows.getString(1);
                        change = "";
                        edits.clear();
                    }
                    change = change.isEmpty() ? rows.getString(3) : Fingerprints.then(change, rows.getString(3));
                    edits.set(rows.getInt(2));
                }
            }
            settle(target, change, edits, applied, sum, drafts, baseline);
            return new Difference(
                    baseline.snapshots().count(baseline.schedule()), sum.changed, sum.fresh, unchanged.cardinality());
        } catch (SQLException e) {
            throw scratch.unusable(e);
        }
    }

    private static final class Sum {
        private long changed;
        private long fresh;
    }

    private void settle(
            String target,
            String change,
            BitSet edits,
            AppliedInOrder applied,
            Sum sum,
            Baseline.Drafts drafts,
            Baseline baseline) {
        if (target.isEmpty()) {
            return;
        }
        @Nullable Applied before = applied.of(target);
        boolean compared = baseline.extent() == Baseline.Extent.CHANGES;
        if (before != null && compared && before.change().equals(change)) {
            (before.certainty() == Applied.Certainty.DOUBTFUL ? doubtful : unchanged).or(edits);
            return;
        }
        if (before == null) {
            sum.fresh++;
        } else {
            sum.changed++;
        }
        drafts.add(target, change);
    }
}
