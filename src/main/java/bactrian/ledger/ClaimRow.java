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
        int requests,
        boolean mayBeApplied,
        Optional<String> pursuit,
        Optional<Instant> followedSince,
        Optional<Instant> refusedSince,
        long node,
        String connection,
        String provider,
        String operation,
        String parameters,
        Optional<String> selection,
        byte[] targets,
        boolean proves) {

    private static final String COLUMNS =
            "select c.job, j.id, c.number, c.part, c.state, c.repeats, c.attempts, c.requests,"
                    + " c.may_be_applied, c.pursuit, c.followed_since, c.refused_since, c.node, k.name, h.provider,"
                    + " h.operation, h.parameters, h.selection, g.targets, j.prove from ";
    private static final String JOINS = " join job j on j.number = c.job join connection k on k.number = c.connection"
            + " join change h on h.job = c.job and h.number = c.change"
            + " join cargo g on g.job = c.job and g.number = c.number ";

    /** Selects from {@code call c}. */
    static final String SELECT = COLUMNS + "call c" + JOINS;

    /**
     * Selects from what another query has picked, as it was picked: where rows were locked for it, they are not read again.
     *
     * @param picked a query for all columns of calls
     */
    static String select(String picked, String order) {
        return COLUMNS + "(" + picked + ") c" + JOINS + "order by " + order;
    }

    /** Columns by number: by name they are looked up again for each row. */
    static ClaimRow of(ResultSet row) throws SQLException {
        return new ClaimRow(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9) == 1,
                Optional.ofNullable(row.getString(10)),
                instant(row, 11),
                instant(row, 12),
                row.getLong(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                Optional.ofNullable(row.getString(18)),
                row.getBytes(19),
                row.getInt(20) == 1);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** How often its edits are sent by being claimed: once, unless the claim is to ask about them. */
    int sends() {
        return pursuit.isPresent() ? 0 : 1;
    }

    /** As it is when it has been claimed. */
    ClaimRow claimed(long by) {
        return heldBy(by, sends());
    }

    /** As it is when it was claimed by somebody else and is taken over. */
    ClaimRow adopted(long by) {
        return heldBy(by, 0);
    }

    private ClaimRow heldBy(long by, int sent) {
        return new ClaimRow(
                jobNumber,
                job,
                number,
                part,
                state,
                repeats,
                attempts + sent,
                requests + sent,
                mayBeApplied,
                pursuit,
                followedSince,
                refusedSince,
                by,
                connection,
                provider,
                operation,
                parameters,
                selection,
                targets,
                proves);
    }

    Call call() {
        Change change = new Change(connection, provider, operation, Json.object(parameters), selection.map(Json::tree));
        return new Call(job, number, change, Targets.unpack(targets), repeats);
    }

    Claim claim() {
        return new Claim(
                call(),
                attempts,
                mayBeApplied,
                pursuit.map(ClaimRow::pursuit),
                followedSince,
                refusedSince,
                proves,
                new Held(jobNumber, part, requests, node));
    }

    static Pursuit pursuit(String text) {
        ObjectNode kept = Json.object(text);
        return new Pursuit(kept.path("step").asText(), (ObjectNode) kept.get("notes"));
    }

    static String pack(Pursuit pursuit) {
        ObjectNode kept = pursuit.notes().objectNode();
        return Json.write(kept.put("step", pursuit.step()).set("notes", pursuit.notes()));
    }
}
