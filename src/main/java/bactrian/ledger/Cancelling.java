package bactrian.ledger;

import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Takes back calls that are not in flight. Their outcomes are all alike, so they are not written but known. */
final class Cancelling {
    private final Handle handle;
    private final long now;

    Cancelling(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    /** What becomes of the edits of a cancelled call. */
    static Outcome outcome(boolean mayBeApplied) {
        return Outcome.failed(
                Code.CANCELLED, mayBeApplied ? "An earlier attempt may have been applied; a repeat is safe." : "");
    }

    boolean request(String id, String who) {
        int asked = handle.execute(
                "update job set cancelled = 1, reason_code = ?, reason_message = ?,"
                        + " state = case when state = 'received' then 'received' else 'running' end"
                        + " where id = ? and cancelled = 0 and state not in ('rejected', 'done', 'cancelled')",
                Code.CANCELLED.word(),
                "cancelled by " + who,
                id);
        if (asked == 0) {
            return false;
        }
        openCalls(handle.createQuery("select number from job where id = :id and state <> 'received'")
                .bind("id", id)
                .mapTo(long.class)
                .findOne()
                .orElse(0L));
        return true;
    }

    /** Cancels every call of a job that is neither in flight nor followed. */
    void openCalls(long job) {
        // Counted by what was changed: others may be claiming some of them at this moment.
        long edits = 0;
        long calls = 0;
        try (ResultIterator<Integer> sizes = handle.createQuery("update call set state = 'cancelled', settled_at = :now"
                        + " where job = :job and state in ('blocked', 'ready', 'waiting') returning size")
                .bind("now", now)
                .bind("job", job)
                .mapTo(int.class)
                .iterator()) {
            while (sizes.hasNext()) {
                edits += sizes.next();
                calls++;
            }
        }
        handle.execute(
                "update job set failed = failed + ?, open_calls = open_calls - ? where number = ?", edits, calls, job);
        // Nothing of it is claimed any more, so its sections have served.
        handle.execute("delete from part where job = ?", job);
    }
}
