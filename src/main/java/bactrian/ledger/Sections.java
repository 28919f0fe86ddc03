package bactrian.ledger;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The sections of a connection's part of a job: one after the other. */
final class Sections {
    private final Handle handle;

    Sections(Handle handle) {
        this.handle = handle;
    }

    private record Left(long connection, int section, long calls, boolean live) {}

    /** Calls of the part are settled; the last one opens the next section. */
    void settled(long job, int part, int calls) {
        Left left = handle.createQuery(
                        "update part set open_calls = open_calls - :calls where job = :job and number = :part"
                                + " returning connection, section, open_calls, live")
                .bind("calls", calls)
                .bind("job", job)
                .bind("part", part)
                .map((row, context) -> new Left(
                        row.getLong("connection"),
                        row.getInt("section"),
                        row.getLong("open_calls"),
                        row.getInt("live") == 1))
                .one();
        if (left.calls == 0 && left.live) {
            handle.execute("update part set live = 0 where job = ? and number = ?", job, part);
            handle.execute(
                    "update part set live = 1 where job = ? and number = (select number from part where job = ?"
                            + " and connection = ? and section > ? and open_calls > 0 order by section limit 1)",
                    job,
                    job,
                    left.connection,
                    left.section);
        }
    }

    /** Later sections wait until then. */
    void notBefore(long job, int part, Instant until) {
        handle.execute(
                "update part set not_before = ? where not_before < ? and job = ? and (connection, section) in"
                        + " (select later.connection, later.section from part later join part this"
                        + " on this.job = later.job and this.connection = later.connection"
                        + " where this.job = ? and this.number = ? and later.section > this.section)",
                until.toEpochMilli(),
                until.toEpochMilli(),
                job,
                job,
                part);
    }
}
