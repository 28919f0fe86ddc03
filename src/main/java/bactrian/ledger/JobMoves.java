package bactrian.ledger;

import bactrian.outcome.Code;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The steps a job can take from one state to another, each with its entry in the job's history. */
final class JobMoves {
    private final Handle handle;
    private final long now;

    JobMoves(Handle handle, InstantSource clock) {
        this.handle = handle;
        this.now = clock.millis();
    }

    boolean because(String id, List<JobState> from, JobState to, Code code, String message) {
        int moved = handle.createUpdate("update job set state = :to, reason_code = :code, reason_message = :message,"
                        + " finished_at = :finished where id = :id and state in (" + states(from) + ")")
                .bind("to", to.word())
                .bind("code", code.word())
                .bind("message", message)
                .bind("finished", to.ended() ? now : null)
                .bind("id", id)
                .execute();
        if (moved == 1 && to.ended()) {
            Tellings.jobEnded(handle, id, to, now);
        }
        return moved == 1 && note(id, "bactrian", to.word() + ": " + message);
    }

    boolean start(String id, String who) {
        int moved = handle.createUpdate("update job set state = 'running', started_at = coalesce(started_at, :now),"
                        + " reason_code = null, reason_message = null"
                        + " where id = :id and state in ('planned', 'held')")
                .bind("now", now)
                .bind("id", id)
                .execute();
        return moved == 1 && open(id) && note(id, who, "started");
    }

    boolean pause(String id, String who) {
        int moved = handle.execute(
                "update job set state = 'paused' where id = ? and state = 'running'" + " and cancelled = 0", id);
        if (moved == 0) {
            return false;
        }
        handle.execute("update part set live = 0 where live = 1 and job = (select number from job where id = ?)", id);
        return note(id, who, "paused");
    }

    boolean resume(String id, String who) {
        int moved = handle.execute("update job set state = 'running' where id = ? and state = 'paused'", id);
        return moved == 1 && open(id) && note(id, who, "resumed");
    }

    /** Ends a job all of whose calls are settled. */
    boolean finish(String id) {
        String state = handle.createQuery(
                        "select case when cancelled = 1 then 'cancelled' else 'done' end from job where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
        handle.execute("update job set state = ?, progress = '', finished_at = ? where id = ?", state, now, id);
        Tellings.jobEnded(handle, id, JobState.valueOf(state.toUpperCase(Locale.ROOT)), now);
        return note(id, "bactrian", state);
    }

    /** Opens the first section of each connection that is not settled. */
    private boolean open(String id) {
        long job = handle.createQuery("select number from job where id = :id")
                .bind("id", id)
                .mapTo(long.class)
                .one();
        handle.execute(
                "update part set live = 1 where job = ? and (connection, section) in (select connection, min(section)"
                        + " from part where job = ? and open_calls > 0 group by connection)",
                job,
                job);
        return true;
    }

    boolean note(String id, String who, String what) {
        return JobHistory.add(handle, now, id, who, what);
    }

    private static String states(List<JobState> states) {
        return String.join(
                ", ", states.stream().map(state -> "'" + state.word() + "'").toList());
    }
}
