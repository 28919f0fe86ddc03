package bactrian.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** What of a connection is due, and what was being done when a process died. */
final class Claiming {
    /** Calls that are followed, or wait, and are due; parameters: connection, now. */
    static final String DUE = " connection k join call c on c.connection = k.number join job j"
            + " on j.number = c.job where k.name = ? and k.paused_at is null"
            + " and c.state in ('following', 'waiting') and c.due <= ?"
            + " and (j.state = 'running' or (j.state = 'paused' and c.state = 'following'))";

    private static final String READY = " connection k join part p on p.connection = k.number and p.live = 1"
            + " join call c on c.job = p.job and c.part = p.number and c.state = 'ready'"
            + " where k.name = ? and k.paused_at is null and p.ready > 0 and p.not_before <= ?";

    private static final String FIRST_JOB = READY
            + " and p.job = (select min(o.job) from job r join part o on o.job = r.number"
            + " where r.state in ('running', 'paused') and o.connection = k.number and o.open_calls > 0)";
    private static final String ORPHANS = " call c join connection k on k.number = c.connection"
            + " where c.state = 'sending' and (c.node is null or c.node not in (select number from node))";

    private final Handle handle;
    private final long now;
    private final long self;

    Claiming(Handle handle, long now, Self self) {
        this.handle = handle;
        this.now = now;
        this.self = self.number();
    }

    /** Calls that are ready and whose turn it is; parameters: connection, now. */
    static String ready(JobOrder order) {
        return order == JobOrder.OVERLAPPING ? READY : FIRST_JOB;
    }

    boolean any(String connection, JobOrder order) {
        return exists("select exists (select 1 from" + DUE + ")", connection)
                || exists("select exists (select 1 from" + ready(order) + ")", connection);
    }

    private boolean exists(String sql, String connection) {
        return handle.createQuery(sql)
                .bind(0, connection)
                .bind(1, now)
                .mapTo(boolean.class)
                .one();
    }

    /** Milliseconds of the earliest due instant, past or to come. */
    Optional<Long> nextDue(String connection) {
        return handle.createQuery("select min(due) as due from (select min(c.due) as due from connection k join call c"
                        + " on c.connection = k.number join job j on j.number = c.job where k.name = :connection"
                        + " and k.paused_at is null and c.state in ('following', 'waiting')"
                        + " and (j.state = 'running' or (j.state = 'paused' and c.state = 'following'))"
                        + " union all select min(p.not_before) from connection k join part p"
                        + " on p.connection = k.number and p.live = 1 where k.name = :connection"
                        + " and k.paused_at is null and p.ready > 0 and p.not_before > :now) as times")
                .bind("connection", connection)
                .bind("now", now)
                .map((row, context) -> {
                    long due = row.getLong("due");
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(due);
                })
                .one();
    }

    /** Takes over what dead processes were doing: asks go back to wait, edits being sent are claimed. */
    List<ClaimRow> interrupted(Predicate<String> wanted) {
        if (!handle.createQuery("select exists (select 1 from" + ORPHANS + ")")
                .mapTo(boolean.class)
                .one()) {
            return List.of();
        }
        handle.execute(
                "update call set state = 'following', due = ? where state = 'sending' and pursuit is not null and"
                        + " (job, number) in (select c.job, c.number from" + ORPHANS + ")",
                now);
        List<ClaimRow> orphans = handle.createQuery(ClaimRow.SELECT
                        + "where (c.job, c.number) in (select c.job, c.number from" + ORPHANS + ")"
                        + " order by c.job, c.number")
                .map((row, context) -> ClaimRow.of(row))
                .list();
        return orphans.stream()
                .filter(row -> wanted.test(row.connection()))
                .map(this::adopt)
                .toList();
    }

    /** Takes the calls of cancelled jobs that went out over connections other than these and that nobody holds. */
    List<ClaimRow> abandoned(Set<String> connections) {
        List<ClaimRow> left = handle.createQuery(ClaimRow.SELECT
                        + "where j.state = 'running' and j.cancelled = 1 and (c.state = 'following' or (c.job, c.number) in"
                        + " (select c.job, c.number from" + ORPHANS + "))")
                .map((row, context) -> ClaimRow.of(row))
                .list();
        return left.stream()
                .filter(row -> !connections.contains(row.connection()))
                .map(this::adopt)
                .toList();
    }

    private ClaimRow adopt(ClaimRow row) {
        handle.execute(
                "update call set state = 'sending', node = ? where job = ? and number = ?",
                self,
                row.jobNumber(),
                row.number());
        return row.adopted(self);
    }
}
