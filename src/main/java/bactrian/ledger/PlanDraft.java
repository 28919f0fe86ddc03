package bactrian.ledger;

import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One try at planning a job. A later try, of this process or another, puts an end to it.
 *
 * @param job the job's number
 * @param id the job's id
 * @param tries which try this is, from 1
 */
record PlanDraft(long job, String id, int tries) {

    static PlanDraft begin(Handle handle, String id) {
        PlanDraft draft = handle.createQuery(
                        "update job set drafts = drafts + 1, succeeded = 0, failed = 0, skipped = 0,"
                                + " unknown = 0 where id = :id and state = 'received' returning number, id, drafts")
                .bind("id", id)
                .map((row, context) -> new PlanDraft(row.getLong("number"), row.getString("id"), row.getInt("drafts")))
                .findOne()
                .orElseThrow(() -> new PlannedElsewhere("job " + id + " does not wait to be planned"));
        draft.clear(handle);
        return draft;
    }

    /** @throws PlannedElsewhere when the job is planned elsewhere, or no longer waits to be planned */
    void require(Handle handle) {
        if (!current(handle)) {
            throw new PlannedElsewhere("job " + id + " is planned elsewhere");
        }
    }

    void commit(Handle handle, InstantSource clock, long total, int calls, PlanParts parts) {
        require(handle);
        parts.write(handle, job);
        int cancelled = handle.createQuery(
                        "update job set state = case when cancelled = 1 then 'running' else 'planned' end, total = :total,"
                                + " last_call = :calls, open_calls = :calls, chained = :chained where number = :job"
                                + " returning cancelled")
                .bind("total", total)
                .bind("calls", calls)
                .bind("chained", parts.chained() ? 1 : 0)
                .bind("job", job)
                .mapTo(int.class)
                .one();
        new JobMoves(handle, clock).note(id, "bactrian", "planned: " + total + " edits, " + calls + " calls");
        if (cancelled == 1) {
            new Cancelling(handle, clock.millis()).openCalls(job);
        }
    }

    void forget(Handle handle) {
        if (current(handle)) {
            clear(handle);
            handle.execute("update job set succeeded = 0, failed = 0, skipped = 0, unknown = 0 where number = ?", job);
        }
    }

    private boolean current(Handle handle) {
        return handle.createQuery("select count(*) from job where number = :job and drafts = :tries"
                                + " and state = 'received'")
                        .bind("job", job)
                        .bind("tries", tries)
                        .mapTo(int.class)
                        .one()
                == 1;
    }

    private void clear(Handle handle) {
        for (String table : List.of("captured", "call_after", "cargo", "call", "unsent", "change", "part")) {
            handle.execute("delete from " + table + " where job = ?", job);
        }
    }
}
