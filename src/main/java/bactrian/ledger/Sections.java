package bactrian.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The sections of a connection's part of a job: one after the other. */
final class Sections {
    private static final String SETTLED = "update part set open_calls = open_calls - ? where job = ? and number = ?"
            + " returning connection, section, open_calls, live";

    private final Pen pen;

    Sections(Pen pen) {
        this.pen = pen;
    }

    /** Calls of the part are settled; the last one opens the next section. */
    void settled(long job, int part, int calls) throws SQLException {
        PreparedStatement update = pen.statement(SETTLED);
        update.setInt(1, calls);
        update.setLong(2, job);
        update.setInt(3, part);
        try (ResultSet left = update.executeQuery()) {
            left.next();
            if (left.getLong(3) == 0 && left.getInt(4) == 1) {
                openNext(job, part, left.getLong(1), left.getInt(2));
            }
        }
    }

    private void openNext(long job, int part, long connection, int section) {
        pen.handle().execute("update part set live = 0 where job = ? and number = ?", job, part);
        pen.handle()
                .execute(
                        "update part set live = 1 where job = ? and number = (select number from part where job = ?"
                                + " and connection = ? and section > ? and open_calls > 0 order by section limit 1)",
                        job,
                        job,
                        connection,
                        section);
    }

    /** Later sections wait until then. */
    void notBefore(long job, int part, Instant until) {
        pen.handle()
                .execute(
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
