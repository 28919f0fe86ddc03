package bactrian.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What of a connection is due, and what was being done when a process died. */
final class Claiming {
    private static final String WAITS = " c.state in ('following', 'waiting')"
            + " and (j.state = 'running' or (j.state = 'paused' and c.state = 'following'))";

    /** Calls that are followed, or wait, and are due; parameters: connection, now. */
    static final String DUE = " connection k join call c on c.connection = k.number join job j"
            + " on j.number = c.job where k.name = ? and k.paused_at is null and c.due <= ? and" + WAITS;

    private static final String READY = " connection k join part p on p.connection = k.number and p.live = 1"
            + " join call c on c.job = p.job and c.part = p.number and c.state = 'ready'"
            + " where k.name = ? and k.paused_at is null and p.ready > 0 and p.not_before <= ?";

    private static final String OF_FIRST_JOB =
            " and p.job = (select min(o.job) from job r join part o on o.job = r.number"
                    + " where r.state in ('running', 'paused') and o.connection = p.connection and o.open_calls > 0)";

    /** Calls lead to their jobs, never the other way round: of those that wait there are few. */
    private static final String DUE_TIMES = "select c.connection, c.due from call c cross join job j"
            + " where j.number = c.job and" + WAITS
            + " union all select p.connection, p.not_before from part p where p.live = 1 and p.ready > 0"
            + " and exists (select 1 from call c where c.job = p.job and c.part = p.number and c.state = 'ready')";

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
        return READY + turn(order);
    }

    private static String turn(JobOrder order) {
        return order == JobOrder.OVERLAPPING ? "" : OF_FIRST_JOB;
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

    /** The earliest due instant of each connection, past or to come. */
    static Map<String, Instant> dueTimes(Handle handle, JobOrder order) {
        return handle.createQuery("select k.name, min(d.due) as due from (" + DUE_TIMES + turn(order) + ") d"
                        + " join connection k on k.number = d.connection where k.paused_at is null group by k.name")
                .map((row, context) -> Map.entry(row.getString("name"), Instant.ofEpochMilli(row.getLong("due"))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
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
