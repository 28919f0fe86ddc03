package bactrian.ledger;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The row of a call that was claimed, as it is after a change of its state.
 *
 * @param job the job's number
 */
record Taken(long job, int number, int part, int root) {
    private static final String RETURNING =
            " where job = :job and number = :number and state = 'sending' and node = :node"
                    + " returning job, number, part, root";

    /** @throws ClaimLost when the call is not claimed */
    static Taken change(Query update, Claim claim) {
        return update.bind("job", claim.held().job())
                .bind("number", claim.call().number())
                .bind("node", claim.held().node())
                .map((row, context) ->
                        new Taken(row.getLong("job"), row.getInt("number"), row.getInt("part"), row.getInt("root")))
                .findOne()
                .orElseThrow(() -> new ClaimLost(claim));
    }

    static Query set(Handle handle, String assignments) {
        return handle.createQuery("update call set " + assignments + RETURNING);
    }

    static Taken end(Handle handle, Claim claim, String state, byte[] outcomes, long now) {
        return change(
                set(handle, "state = :state, outcomes = :outcomes, settled_at = :now, due = null")
                        .bind("state", state)
                        .bind("outcomes", outcomes)
                        .bind("now", now),
                claim);
    }

    void countAttempt(Handle handle, Claim claim) {
        if (claim.pursuit().isEmpty()) {
            handle.execute(
                    "update job set calls = calls + ?, retries = retries + ? where number = ?",
                    claim.first(),
                    claim.further(),
                    job);
        }
    }
}
