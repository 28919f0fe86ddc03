package bactrian.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Reads the calls of a job that were sent and have outcomes, the later edits of a target before the earlier ones. */
final class SettledCalls {
    private static final String SELECT =
            ClaimRow.SELECT.replace(" from call", ", g.ordinals, c.outcomes, c.settled_at from call")
                    + "where j.id = :job and c.state in ('settled', 'divided') order by c.place desc, c.number desc";

    private SettledCalls() {}

    static void latestFirst(Handle handle, String job, Consumer<SettledCall> sink) {
        try (ResultIterator<SettledCall> calls = handle.createQuery(SELECT)
                .bind("job", job)
                .setFetchSize(100)
                .map((row, context) -> call(row))
                .iterator()) {
            calls.forEachRemaining(sink);
        }
    }

    private static SettledCall call(ResultSet row) throws SQLException {
        return new SettledCall(
                ClaimRow.of(row).call(),
                Arrays.stream(Ordinals.unpack(row.getBytes("ordinals"))).boxed().toList(),
                Outcomes.unpack(row.getBytes("outcomes")),
                Columns.instant(row, "settled_at"));
    }
}
