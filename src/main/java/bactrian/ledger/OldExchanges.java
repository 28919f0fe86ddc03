package bactrian.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds what need not be kept any more of what went over the wire. Reads before it writes: a writer holds up all others. */
final class OldExchanges {
    private OldExchanges() {}

    /** Up to where they are forgotten: this call of this job, and all before. */
    record Surplus(long job, int call) {}

    private record Sized(long number, long size) {}

    /** The last job of which something is older. */
    static Optional<Long> lastJobBefore(Handle handle, Instant before) {
        return handle.createQuery("select job from exchange where at < :before order by job desc limit 1")
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .findOne();
    }

    static int forget(Handle handle, long lastJob, Instant before) {
        return handle.execute("delete from exchange where job <= ? and at < ?", lastJob, before.toEpochMilli());
    }

    /** What is too much, going back from the latest call of the latest job; empty where nothing is. */
    static Optional<Surplus> surplus(Handle handle, long bytes) {
        long left = bytes;
        for (Sized job : sizes(handle, "job", "")) {
            if (job.size <= left) {
                left -= job.size;
                continue;
            }
            for (Sized call : sizes(handle, "call", " where job = " + job.number)) {
                if (call.size > left) {
                    return Optional.of(new Surplus(job.number, (int) call.number));
                }
                left -= call.size;
            }
        }
        return Optional.empty();
    }

    private static List<Sized> sizes(Handle handle, String column, String where) {
        return handle.createQuery("select " + column + " as number, sum(length(content)) as size from exchange" + where
                        + " group by " + column + " order by " + column + " desc")
                .map((row, context) -> new Sized(row.getLong("number"), row.getLong("size")))
                .list();
    }

    static int forget(Handle handle, Surplus surplus) {
        return handle.execute(
                "delete from exchange where job < ? or (job = ? and call <= ?)",
                surplus.job,
                surplus.job,
                surplus.call);
    }
}
