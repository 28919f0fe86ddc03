package bactrian.ledger;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What of a connection is due, and what was being done when a process died. */
final class Claiming {
    /** Calls that are followed, or wait, and are due; parameters: connection, now. */
    static final String DUE = " connection k join call c on c.connection = k.number join job j"
            + " on j.number = c.job where k.name = ? and k.paused_at is null"
            + " and c.state in ('following', 'waiting') and c.due <= ?"
            + " and (j.state = 'running' or (j.state = 'paused' and c.state = 'following'))";

    /** Calls that are ready; parameters: connection, now. */
    static final String READY = " connection k join part p on p.connection = k.number and p.live = 1"
            + " join call c on c.job = p.job and c.part = p.number and c.state = 'ready'"
            + " where k.name = ? and k.paused_at is null and p.ready > 0 and p.not_before <= ?";

    private final Handle handle;
    private final long now;

    Claiming(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    boolean any(String connection) {
        return exists("select exists (select 1 from" + DUE + ")", connection)
                || exists("select exists (select 1 from" + READY + ")", connection);
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

    /** Takes over what a dead process was doing: asks go back to wait, edits being sent are claimed. */
    List<ClaimRow> interrupted() {
        handle.execute(
                "update call set state = 'following', due = ? where state = 'sending' and pursuit is not null", now);
        return handle.createQuery(ClaimRow.SELECT + "where c.state = 'sending' order by c.job, c.number")
                .map((row, context) -> ClaimRow.of(row))
                .list();
    }
}
