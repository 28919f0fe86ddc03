package bactrian.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * What listeners are still to be told. It is recorded with the end of the job and kept until it has been told, so that
 * each is told at least once, whatever dies in between.
 */
public final class Tellings {
    /** The listener that answers messages. */
    public static final String QUEUE = "queue";

    private final Store store;
    private final InstantSource clock;

    Tellings(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** From now on this listener is told of every job that ends. */
    public void listen(String listener) {
        store.write(handle -> {
            boolean known = handle.createQuery("select count(*) from listener where name = :name")
                            .bind("name", listener)
                            .mapTo(int.class)
                            .one()
                    > 0;
            return known || handle.execute("insert into listener (name) values (?)", listener) == 1;
        });
    }

    /** Whether {@link #take} would find something. Cheap. */
    public boolean hasDue(String listener) {
        return !store.read(handle -> due(handle, listener, clock.millis(), 1)).isEmpty();
    }

    /**
     * Takes what is due, the oldest first. Nobody else is given it for the time of the lease.
     *
     * @param limit how many at most
     */
    public List<Telling> take(String listener, int limit, Duration lease) {
        return store.write(handle -> {
            long now = clock.millis();
            List<Telling> taken = due(handle, listener, now, limit);
            taken.forEach(telling -> handle.execute(
                    "update telling set due = ? where number = ?", now + lease.toMillis(), telling.number()));
            return taken;
        });
    }

    /** They have been told, or never can be. */
    public void done(List<Telling> told) {
        store.write(handle -> {
            told.forEach(telling -> handle.execute("delete from telling where number = ?", telling.number()));
            return true;
        });
    }

    /** It did not work and is to be tried again. */
    public void again(Telling telling, Instant due) {
        store.write(handle -> handle.execute(
                "update telling set due = ?, attempts = attempts + 1 where number = ?",
                due.toEpochMilli(),
                telling.number()));
    }

    private static List<Telling> due(Handle handle, String listener, long now, int limit) {
        return handle.createQuery("select t.number, t.kind, t.message, t.attempts, j.id from telling t join job j"
                        + " on j.number = t.job where t.listener = :listener and t.due <= :now order by t.due, t.number"
                        + " limit :limit")
                .bind("listener", listener)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> new Telling(
                        row.getLong("number"),
                        Telling.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("id"),
                        Columns.number(row, "message"),
                        row.getInt("attempts")))
                .list();
    }

    /** Records with the end of a job who is to be told. */
    static void jobEnded(Handle handle, String job, JobState state, long now) {
        handle.execute(
                "insert into telling (listener, kind, job, due) select l.name, 'summary', j.number, cast(? as bigint)"
                        + " from listener l, job j where j.id = ? order by l.name",
                now,
                job);
        for (Telling.Kind kind : List.of(Telling.Kind.DEAD_LETTER, Telling.Kind.REPLY, Telling.Kind.RESULT)) {
            if (kind != Telling.Kind.DEAD_LETTER || state == JobState.REJECTED) {
                handle.execute(
                        "insert into telling (listener, kind, job, message, due) select ?, ?, m.job, m.number,"
                                + " cast(? as bigint) from message m join job j on j.number = m.job where j.id = ?"
                                + " order by m.number",
                        QUEUE,
                        kind.word(),
                        now,
                        job);
            }
        }
    }
}
