package bactrian.ledger;

import bactrian.operation.Call;
import bactrian.operation.Change;
import bactrian.operation.Pursuit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A call with all it carries, still packed: the caller's thread unpacks it, not the writer's. */
record ClaimRow(
        long jobNumber,
        String job,
        int number,
        int part,
        String state,
        int repeats,
        int attempts,
        boolean mayBeApplied,
        Optional<String> pursuit,
        Optional<Instant> followedSince,
        Optional<Instant> refusedSince,
        String connection,
        String provider,
        String operation,
        String parameters,
        Optional<String> selection,
        byte[] targets) {

    static final String SELECT = "select c.job as job_number, j.id, c.number, c.part, c.state, c.repeats, c.attempts,"
            + " c.may_be_applied, c.pursuit, c.followed_since, c.refused_since, k.name, h.provider, h.operation,"
            + " h.parameters, h.selection, g.targets from call c join job j on j.number = c.job"
            + " join connection k on k.number = c.connection"
            + " join change h on h.job = c.job and h.number = c.change"
            + " join cargo g on g.job = c.job and g.number = c.number ";

    static ClaimRow of(ResultSet row) throws SQLException {
        return new ClaimRow(
                row.getLong("job_number"),
                row.getString("id"),
                row.getInt("number"),
                row.getInt("part"),
                row.getString("state"),
                row.getInt("repeats"),
                row.getInt("attempts"),
                row.getInt("may_be_applied") == 1,
                Columns.text(row, "pursuit"),
                Columns.instant(row, "followed_since"),
                Columns.instant(row, "refused_since"),
                row.getString("name"),
                row.getString("provider"),
                row.getString("operation"),
                row.getString("parameters"),
                Columns.text(row, "selection"),
                row.getBytes("targets"));
    }

    ClaimRow withAttempts(int count) {
        return new ClaimRow(
                jobNumber,
                job,
                number,
                part,
                state,
                repeats,
                count,
                mayBeApplied,
                pursuit,
                followedSince,
                refusedSince,
                connection,
                provider,
                operation,
                parameters,
                selection,
                targets);
    }

    Call call() {
        Change change = new Change(connection, provider, operation, Json.object(parameters), selection.map(Json::tree));
        return new Call(job, number, change, Targets.unpack(targets), repeats);
    }

    Claim claim() {
        return new Claim(call(), attempts, mayBeApplied, pursuit.map(ClaimRow::pursuit), followedSince, refusedSince);
    }

    private static Pursuit pursuit(String text) {
        ObjectNode kept = Json.object(text);
        return new Pursuit(kept.path("step").asText(), (ObjectNode) kept.get("notes"));
    }

    static String pack(Pursuit pursuit) {
        ObjectNode kept = pursuit.notes().objectNode();
        return Json.write(kept.put("step", pursuit.step()).set("notes", pursuit.notes()));
    }
}
