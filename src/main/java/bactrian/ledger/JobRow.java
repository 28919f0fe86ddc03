package bactrian.ledger;

import bactrian.outcome.Code;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a job from its row. */
final class JobRow implements RowMapper<Job> {
    @Override
    public Job map(ResultSet row, StatementContext context) throws SQLException {
        return new Job(
                row.getLong("number"),
                row.getString("id"),
                JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                arrival(row),
                reason(row),
                Columns.tally(row),
                row.getLong("calls"),
                row.getLong("retries"),
                row.getString("progress"),
                Instant.ofEpochMilli(row.getLong("received_at")),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"));
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                row.getString("source"),
                row.getString("file_name"),
                row.getString("format"),
                Columns.text(row, "provider"),
                Columns.text(row, "operation"),
                Columns.text(row, "connection"),
                row.getString("sha256"),
                row.getLong("bytes"),
                Columns.text(row, "identity"),
                Json.texts(row.getString("options")));
    }

    private static Optional<Job.Reason> reason(ResultSet row) throws SQLException {
        Optional<String> code = Columns.text(row, "reason_code");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Job.Reason(Code.of(code.get()).orElse(Code.INTERNAL), row.getString("reason_message")));
    }
}
