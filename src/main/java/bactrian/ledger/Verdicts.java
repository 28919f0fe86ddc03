package bactrian.ledger;

import bactrian.outcome.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Reads what became of a job's edits, a row at a time. */
final class Verdicts {
    private static final String BETWEEN =
            " g.job = (select number from job where id = :job) and g.first_ordinal < :to and g.last_ordinal >= :from";
    private static final String SENT =
            "select case when c.requests = 0 then 0 else g.number end as number, g.ordinals, c.outcomes,"
                    + " c.may_be_applied, c.state, c.size"
                    + " from cargo g join call c on c.job = g.job and c.number = g.number"
                    + " where c.state in ('settled', 'divided', 'cancelled') and" + BETWEEN;
    private static final String UNSENT = "select 0 as number, g.ordinals, g.outcomes, 0 as may_be_applied,"
            + " 'settled' as state, 0 as size from unsent g where" + BETWEEN;

    private final Handle handle;
    private final String job;
    private final long from;
    private final long to;

    Verdicts(Handle handle, String job, long from, long to) {
        this.handle = handle;
        this.job = job;
        this.from = from;
        this.to = to;
    }

    private record Row(int number, byte[] ordinals, List<Outcomes.Run> runs) {}

    void into(Evidence.VerdictSink sink) {
        for (String sql : List.of(SENT, UNSENT)) {
            try (ResultIterator<Row> rows = handle.createQuery(sql)
                    .bind("job", job)
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, context) -> new Row(row.getInt("number"), row.getBytes("ordinals"), runs(row)))
                    .iterator()) {
                rows.forEachRemaining(row -> give(row, sink));
            }
        }
    }

    private static List<Outcomes.Run> runs(ResultSet row) throws SQLException {
        if (row.getString("state").equals("cancelled")) {
            Outcome outcome = Cancelling.outcome(row.getInt("may_be_applied") == 1);
            return List.of(new Outcomes.Run(row.getInt("size"), Optional.of(outcome)));
        }
        return Outcomes.runs(row.getBytes("outcomes"));
    }

    private void give(Row row, Evidence.VerdictSink sink) {
        Cursor outcomes = new Cursor(row.runs);
        Ordinals.read(row.ordinals, ordinal -> {
            Optional<Outcome> outcome = outcomes.next();
            if (ordinal >= from && ordinal < to) {
                outcome.ifPresent(known -> sink.take(ordinal, known, row.number));
            }
        });
    }

    /** Walks along runs, an edit at a time. */
    private static final class Cursor {
        private final List<Outcomes.Run> runs;
        private int run;
        private int used;

        Cursor(List<Outcomes.Run> runs) {
            this.runs = runs;
        }

        Optional<Outcome> next() {
            if (used == runs.get(run).count()) {
                run++;
                used = 0;
            }
            used++;
            return runs.get(run).outcome();
        }
    }
}
