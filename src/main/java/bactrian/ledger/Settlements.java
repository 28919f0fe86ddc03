package bactrian.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ends calls: the outcomes of each, and once for all of them the sums of their jobs and sections. */
final class Settlements implements Batch<Settlement, Boolean> {
    private static final String CALL = "update call set state = 'settled', outcomes = ?, settled_at = ?, due = null"
            + " where job = ? and number = ? and state = 'sending' and node = ?";
    private static final String UNSENT = "update call set attempts = attempts - 1, requests = requests - 1,"
            + " sent_at = case when requests = 1 then null else sent_at end where job = ? and number = ?";
    private static final String JOB = "update job set succeeded = succeeded + ?, failed = failed + ?,"
            + " skipped = skipped + ?, unknown = unknown + ?, calls = calls + ?, retries = retries + ?,"
            + " open_calls = open_calls - ?, progress = case when ? = 1 then '' else progress end where number = ?"
            + " returning chained, cancelled";

    @Override
    public int turn() {
        return -1;
    }

    @Override
    public List<Boolean> run(Pen pen, List<Settlement> settlements) throws SQLException {
        endCalls(pen, settlements);
        takeBackRequests(pen, settlements);
        Exchanges.write(pen, settlements);
        Map<Long, List<Settlement>> byJob = new TreeMap<>();
        settlements.forEach(each -> byJob.computeIfAbsent(each.claim().held().job(), job -> new ArrayList<>())
                .add(each));
        for (Map.Entry<Long, List<Settlement>> of : byJob.entrySet()) {
            After after = count(pen, of.getKey(), of.getValue());
            if (!after.cancelled) {
                goOn(pen, of.getKey(), of.getValue(), after.chained);
            }
        }
        return Collections.nCopies(settlements.size(), true);
    }

    private static void endCalls(Pen pen, List<Settlement> settlements) throws SQLException {
        PreparedStatement call = pen.statement(CALL);
        for (Settlement each : settlements) {
            call.setBytes(1, each.outcomes());
            call.setLong(2, each.now());
            call.setLong(3, each.claim().held().job());
            call.setInt(4, each.claim().call().number());
            call.setLong(5, each.claim().held().node());
            call.addBatch();
        }
        int[] ended = call.executeBatch();
        for (int i = 0; i < ended.length; i++) {
            if (ended[i] != 1 && ended[i] != Statement.SUCCESS_NO_INFO) {
                throw new ClaimLost(settlements.get(i).claim());
            }
        }
    }

    /** A claim counts the request that is about to be made. */
    private static void takeBackRequests(Pen pen, List<Settlement> settlements) throws SQLException {
        for (Settlement each : settlements) {
            if (each.countsTooMuch()) {
                PreparedStatement unsent = pen.statement(UNSENT);
                unsent.setLong(1, each.claim().held().job());
                unsent.setInt(2, each.claim().call().number());
                unsent.executeUpdate();
            }
        }
    }

    /** What the settling of calls says about their job. */
    private record After(boolean chained, boolean cancelled) {}

    private static After count(Pen pen, long job, List<Settlement> settlements) throws SQLException {
        TallyCount sum = new TallyCount();
        int first = 0;
        int further = 0;
        boolean asked = false;
        for (Settlement each : settlements) {
            sum.add(each.count());
            first += each.first();
            further += each.further();
            asked |= each.claim().pursuit().isPresent();
        }
        PreparedStatement update = pen.statement(JOB);
        update.setLong(1, sum.succeeded());
        update.setLong(2, sum.failed());
        update.setLong(3, sum.skipped());
        update.setLong(4, sum.unknown());
        update.setInt(5, first);
        update.setInt(6, further);
        update.setInt(7, settlements.size());
        update.setInt(8, asked ? 1 : 0);
        update.setLong(9, job);
        try (ResultSet row = update.executeQuery()) {
            row.next();
            return new After(row.getInt(1) == 1, row.getInt(2) == 1);
        }
    }

    private static void goOn(Pen pen, long job, List<Settlement> settlements, boolean chained) throws SQLException {
        Sections sections = new Sections(pen);
        Map<Integer, Integer> settledByPart = new TreeMap<>();
        for (Settlement each : settlements) {
            int part = each.claim().held().part();
            each.othersNotBefore().ifPresent(until -> sections.notBefore(job, part, until));
            if (chained) {
                new Followers(pen.handle()).free(each);
            }
            settledByPart.merge(part, 1, Integer::sum);
        }
        for (Map.Entry<Integer, Integer> settled : settledByPart.entrySet()) {
            sections.settled(job, settled.getKey(), settled.getValue());
        }
    }
}
