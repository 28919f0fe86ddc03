package bactrian.ledger;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the call that is next and takes it. */
final class Claiming {
    private static final String DUE = " connection k join call c on c.connection = k.number join job j"
            + " on j.number = c.job where k.name = :connection and k.paused_at is null"
            + " and c.state in ('following', 'waiting') and c.due <= :now"
            + " and (j.state = 'running' or (j.state = 'paused' and c.state = 'following'))";
    private static final String READY = " connection k join part p on p.connection = k.number and p.live = 1"
            + " join call c on c.job = p.job and c.part = p.number and c.state = 'ready'"
            + " where k.name = :connection and k.paused_at is null and p.ready > 0 and p.not_before <= :now";

    // 'following' sorts before 'waiting', which is the order they are wanted in.
    private static final String NEXT_DUE = ClaimRow.SELECT + "where (c.job, c.number) = (select c.job, c.number from"
            + DUE + " order by c.state, c.due limit 1)";
    private static final String NEXT_READY = ClaimRow.SELECT + "where (c.job, c.number) = (select c.job, c.number from"
            + READY + " order by p.job, c.place, c.number limit 1)";

    private final Handle handle;
    private final long now;

    Claiming(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    Optional<ClaimRow> next(String connection) {
        Optional<ClaimRow> found = first(NEXT_DUE, connection);
        if (found.isEmpty()) {
            found = first(NEXT_READY, connection);
        }
        return found.map(this::take);
    }

    private Optional<ClaimRow> first(String sql, String connection) {
        return handle.createQuery(sql)
                .bind("connection", connection)
                .bind("now", now)
                .map((row, context) -> ClaimRow.of(row))
                .findOne();
    }

    private ClaimRow take(ClaimRow row) {
        int sent = row.pursuit().isPresent() ? 0 : 1;
        handle.execute(
                "update call set state = 'sending', attempts = attempts + ?, requests = requests + ?,"
                        + " sent_at = coalesce(sent_at, ?) where job = ? and number = ?",
                sent,
                sent,
                now,
                row.jobNumber(),
                row.number());
        if (row.state().equals("ready")) {
            handle.execute(
                    "update part set ready = ready - 1 where job = ? and number = ?", row.jobNumber(), row.part());
        }
        return row.withAttempts(row.attempts() + sent);
    }

    boolean any(String connection) {
        return exists("select exists (select 1 from" + DUE + ")", connection)
                || exists("select exists (select 1 from" + READY + ")", connection);
    }

    private boolean exists(String sql, String connection) {
        return handle.createQuery(sql)
                .bind("connection", connection)
                .bind("now", now)
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
