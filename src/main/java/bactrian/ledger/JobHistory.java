package bactrian.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was done to jobs by whom, for people. Every step of a job from one state to another adds its line. */
public final class JobHistory {
    private final Store store;
    private final InstantSource clock;

    JobHistory(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds a line. @param who for the record */
    public void note(String id, String who, String what) {
        store.write(handle -> add(handle, clock.millis(), id, who, what));
    }

    /** What was done to the job by whom, oldest first, for people. */
    public List<String> of(String id) {
        return store.read(handle -> handle.createQuery("select at, who, what from job_event"
                        + " where job = (select number from job where id = :id) order by number")
                .bind("id", id)
                .map((row, context) -> Instant.ofEpochMilli(row.getLong("at")) + "  " + row.getString("who") + "  "
                        + row.getString("what"))
                .list());
    }

    /** What somebody has said in it, oldest first, each once. */
    public List<String> said(String id, String who) {
        return store.read(handle -> handle.createQuery("select what from job_event where who = :who and job ="
                        + " (select number from job where id = :id) group by what order by min(number)")
                .bind("who", who)
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    static boolean add(Handle handle, long now, String id, String who, String what) {
        handle.execute(
                "insert into job_event (job, at, who, what) select number, ?, ?, ? from job where id = ?",
                now,
                who,
                what,
                id);
        return true;
    }
}
