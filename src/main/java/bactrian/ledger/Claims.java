package bactrian.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes the next calls of connections: one for each worker that asked, in the order in which they asked. */
final class Claims implements Batch<Wish, Optional<ClaimRow>> {
    private static final String TAKE = "update call set state = 'sending', attempts = attempts + ?,"
            + " requests = requests + ?, sent_at = coalesce(sent_at, ?), node = ? where job = ? and number = ?";
    private static final String PART = "update part set ready = ready - ? where job = ? and number = ?";

    /** A sum, since SQLite plans a statement anew at each run whose limit is a parameter by itself. */
    private static final String MOST = " limit 0 + ?";

    private final String nextDue;
    private final String nextReady;
    private final String nextOfFirstJob;
    private final boolean alone;

    /**
     * @param locking what makes a query leave out calls that others are about to change
     * @param alone whether nobody else writes meanwhile, so that ready calls can be counted
     */
    Claims(String locking, boolean alone) {
        // 'following' sorts before 'waiting', which is the order they are wanted in.
        this.nextDue = ClaimRow.select(
                "select c.* from" + Claiming.DUE + " order by c.state, c.due" + MOST + locking, "c.state, c.due");
        this.nextReady = nextReady(JobOrder.OVERLAPPING, locking);
        this.nextOfFirstJob = nextReady(JobOrder.SEQUENTIAL, locking);
        this.alone = alone;
    }

    private static String nextReady(JobOrder order, String locking) {
        return ClaimRow.select(
                "select c.* from" + Claiming.ready(order) + " order by p.job, c.place, c.number" + MOST + locking,
                "c.job, c.place, c.number");
    }

    @Override
    public int turn() {
        return 1;
    }

    @Override
    public List<Optional<ClaimRow>> run(Pen pen, List<Wish> wishes) throws SQLException {
        Map<String, List<Wish>> byConnection = new TreeMap<>();
        wishes.forEach(wish -> byConnection
                .computeIfAbsent(wish.connection(), connection -> new ArrayList<>())
                .add(wish));
        Map<String, Deque<ClaimRow>> found = new HashMap<>();
        for (Map.Entry<String, List<Wish>> of : byConnection.entrySet()) {
            found.put(of.getKey(), next(pen, of.getValue()));
        }
        return wishes.stream()
                .map(wish -> Optional.ofNullable(found.get(wish.connection())).map(Deque::poll))
                .toList();
    }

    /** @param wishes all for one connection */
    private Deque<ClaimRow> next(Pen pen, List<Wish> wishes) throws SQLException {
        Wish first = wishes.get(0);
        List<ClaimRow> rows = new ArrayList<>();
        find(pen, nextDue, first, wishes.size(), rows);
        int due = rows.size();
        if (due < wishes.size()) {
            find(
                    pen,
                    first.order() == JobOrder.SEQUENTIAL ? nextOfFirstJob : nextReady,
                    first,
                    wishes.size() - due,
                    rows);
        }
        take(pen, rows, first);
        if (alone) {
            takeFromParts(pen, rows.subList(due, rows.size()));
        }
        return new ArrayDeque<>(
                rows.stream().map(row -> row.claimed(first.node())).toList());
    }

    private static void find(Pen pen, String sql, Wish wish, int most, List<ClaimRow> rows) throws SQLException {
        PreparedStatement query = pen.statement(sql);
        query.setString(1, wish.connection());
        query.setLong(2, wish.now());
        query.setInt(3, most);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows.add(ClaimRow.of(row));
            }
        }
    }

    private static void take(Pen pen, List<ClaimRow> rows, Wish wish) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatement call = pen.statement(TAKE);
        for (ClaimRow row : rows) {
            call.setInt(1, row.sends());
            call.setInt(2, row.sends());
            call.setLong(3, wish.now());
            call.setLong(4, wish.node());
            call.setLong(5, row.jobNumber());
            call.setInt(6, row.number());
            call.addBatch();
        }
        call.executeBatch();
    }

    private static void takeFromParts(Pen pen, List<ClaimRow> ready) throws SQLException {
        record Part(long job, int number) {}
        Map<Part, Integer> taken = new HashMap<>();
        ready.forEach(row -> taken.merge(new Part(row.jobNumber(), row.part()), 1, Integer::sum));
        PreparedStatement part = pen.statement(PART);
        for (Map.Entry<Part, Integer> of : taken.entrySet()) {
            part.setInt(1, of.getValue());
            part.setLong(2, of.getKey().job());
            part.setInt(3, of.getKey().number());
            part.executeUpdate();
        }
    }
}
