package bactrian.ledger;

import bactrian.operation.Fingerprints;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What schedules have applied, target by target. What a job is about to apply is drafted when it is planned, and kept only
 * when it has ended: a change that failed is never taken for applied.
 */
public final class Snapshots {
    private static final int PAGE = 5_000;
    private static final int CALLS = 20;

    private final Store store;

    Snapshots(Store store) {
        this.store = store;
    }

    /** How many targets a schedule knows. */
    public long count(String schedule) {
        return store.read(handle -> handle.createQuery("select count(*) from snapshot where schedule = :schedule")
                .bind("schedule", schedule)
                .mapTo(long.class)
                .one());
    }

    /** The next targets of a schedule in order, some thousand at a time. @param after a target; empty for the first */
    public List<Applied> after(String schedule, String after) {
        return store.read(
                handle -> handle.createQuery("select target, change, doubtful from snapshot where schedule = :schedule"
                                + " and target > :after order by target limit :page")
                        .bind("schedule", schedule)
                        .bind("after", after)
                        .bind("page", PAGE)
                        .map((row, context) -> new Applied(
                                row.getString("target"),
                                row.getString("change"),
                                row.getInt("doubtful") == 1 ? Applied.Certainty.DOUBTFUL : Applied.Certainty.CERTAIN))
                        .list());
    }

    /** Drafts what a job is about to apply, in as many pieces as it likes. */
    public void draft(String job, List<Applied> piece) {
        List<Applied> all = List.copyOf(piece);
        store.write(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "insert into snapshot_draft (job, target, change) values (:job, :target, :change)"
                            + " on conflict (job, target) do update set change = excluded.change");
            all.forEach(one -> batch.bind("job", job)
                    .bind("target", one.target())
                    .bind("change", one.change())
                    .add());
            batch.execute();
            return true;
        });
    }

    /** Forgets what was drafted for a job. */
    public void forget(String job) {
        store.write(handle -> handle.execute("delete from snapshot_draft where job = ?", job));
    }

    /**
     * Keeps what a job has applied, now that all its calls are settled. May be done again after a crash in between.
     *
     * @param evidence where its outcomes are
     */
    public void keep(String schedule, String job, Evidence evidence) {
        if (nothingSent(job)) {
            forget(job);
            return;
        }
        for (int from = 1; ; ) {
            List<CallRecord> records = evidence.calls(job, from, CALLS);
            if (records.isEmpty()) {
                break;
            }
            records.forEach(record -> blot(job, record));
            from = records.get(records.size() - 1).call().number() + 1;
        }
        while (move(schedule, job) > 0) {
            // a piece at a time, so that other writers get their turn
        }
    }

    /** A job that was cancelled before it sent anything has changed nothing. */
    private boolean nothingSent(String job) {
        return store.read(handle -> handle.createQuery("select count(*) from call where requests > 0"
                                + " and job = (select number from job where id = :job)")
                        .bind("job", job)
                        .mapTo(long.class)
                        .one())
                == 0;
    }

    /** Takes from the draft what was not applied for certain. */
    private void blot(String job, CallRecord record) {
        if (record.state().equals("divided") && record.outcomes().stream().allMatch(Optional::isEmpty)) {
            return;
        }
        Map<String, Status> spoilt = new HashMap<>();
        for (int i = 0; i < record.call().targets().size(); i++) {
            Optional<Outcome> outcome =
                    i < record.outcomes().size() ? record.outcomes().get(i) : Optional.empty();
            boolean elsewhere = outcome.isEmpty() && record.state().equals("divided");
            Status status = outcome.map(Outcome::status).orElse(Status.FAILED);
            if (!elsewhere && status != Status.SUCCEEDED) {
                String target = Fingerprints.ofTarget(
                        record.call().change(), record.call().targets().get(i));
                spoilt.merge(target, status, (one, other) -> one == Status.FAILED ? one : other);
            }
        }
        if (!spoilt.isEmpty()) {
            spoil(job, spoilt);
        }
    }

    private void spoil(String job, Map<String, Status> spoilt) {
        store.write(handle -> {
            PreparedBatch failed = handle.prepareBatch(
                    "update snapshot_draft set change = :none, doubtful = 0 where job = :job and target = :target");
            PreparedBatch unknown = handle.prepareBatch("update snapshot_draft set doubtful = 1 where job = :job"
                    + " and target = :target and change <> :none");
            spoilt.forEach((target, status) -> (status == Status.UNKNOWN ? unknown : failed)
                    .bind("none", Fingerprints.NONE)
                    .bind("job", job)
                    .bind("target", target)
                    .add());
            List<PreparedBatch> batches = new ArrayList<>(List.of(failed, unknown));
            batches.stream().filter(batch -> batch.size() > 0).forEach(PreparedBatch::execute);
            return true;
        });
    }

    private int move(String schedule, String job) {
        return store.write(handle -> {
            Optional<String> last = handle.createQuery("select max(target) from (select target from snapshot_draft"
                            + " where job = :job order by target limit :page) page")
                    .bind("job", job)
                    .bind("page", PAGE)
                    .mapTo(String.class)
                    .findOne();
            if (last.isEmpty()) {
                return 0;
            }
            handle.createUpdate("insert into snapshot (schedule, target, change, doubtful)"
                            + " select :schedule, target, change, doubtful from snapshot_draft"
                            + " where job = :job and target <= :last"
                            + " on conflict (schedule, target) do update set change = excluded.change,"
                            + " doubtful = excluded.doubtful")
                    .bind("schedule", schedule)
                    .bind("job", job)
                    .bind("last", last.get())
                    .execute();
            return handle.createUpdate("delete from snapshot_draft where job = :job and target <= :last")
                    .bind("job", job)
                    .bind("last", last.get())
                    .execute();
        });
    }
}
