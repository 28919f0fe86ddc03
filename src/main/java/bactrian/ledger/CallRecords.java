package bactrian.ledger;

import bactrian.outcome.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads calls as evidence. */
final class CallRecords {
    // Behind the columns that ClaimRow reads by number.
    private static final String SELECT =
            ClaimRow.SELECT.replace(" from call", ", c.size, c.note, c.sent_at, c.settled_at, c.outcomes from call");

    private CallRecords() {}

    static List<CallRecord> of(Handle handle, String job, int from, int limit) {
        return handle.createQuery(SELECT + "where j.id = :job and c.number >= :from order by c.number limit :limit")
                .bind("job", job)
                .bind("from", from)
                .bind("limit", limit)
                .map((row, context) -> record(row))
                .list();
    }

    private static CallRecord record(ResultSet row) throws SQLException {
        ClaimRow call = ClaimRow.of(row);
        return new CallRecord(
                call.call(),
                call.state().equals("cancelled") ? "settled" : call.state(),
                call.requests(),
                row.getString("note"),
                Columns.instant(row, "sent_at"),
                Columns.instant(row, "settled_at"),
                outcomes(row, call));
    }

    private static List<Optional<Outcome>> outcomes(ResultSet row, ClaimRow call) throws SQLException {
        int size = row.getInt("size");
        return switch (call.state()) {
            case "settled", "divided" -> Outcomes.unpack(row.getBytes("outcomes"));
            case "cancelled" -> Collections.nCopies(size, Optional.of(Cancelling.outcome(call.mayBeApplied())));
            default -> Collections.nCopies(size, Optional.empty());
        };
    }
}
