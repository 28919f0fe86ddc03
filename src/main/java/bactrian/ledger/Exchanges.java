package bactrian.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Keeps what went over the wire, in the transaction that records what followed from it. */
final class Exchanges {
    /** So many attempts of a call are kept; of more, the latest takes the last place. */
    private static final int KEPT = 20;

    private static final String INSERT = "insert into exchange (job, call, number, at, content) values (?, ?, ?, ?, ?)"
            + " on conflict (job, call, number) do update set at = excluded.at, content = excluded.content";

    private final Map<Key, Packed> pending = new ConcurrentHashMap<>();

    /** @param number of the attempt; 0 for the latest question */
    record Packed(int number, long at, byte[] content) {}

    /** Remembers an exchange until it is taken. */
    void add(Claim claim, Exchange exchange) {
        boolean edits = exchange.what() == Exchange.What.EDITS;
        int number = edits ? Math.min(KEPT, claim.held().requests()) : 0;
        pending.put(key(claim), new Packed(number, exchange.at().toEpochMilli(), exchange.pack()));
    }

    /** What is to be written with the claim's next verb. */
    Optional<Packed> taken(Claim claim) {
        return Optional.ofNullable(pending.remove(key(claim)));
    }

    /** {@link #taken}, to be written. */
    Work<Boolean> writing(Claim claim) {
        Optional<Packed> taken = taken(claim);
        return handle -> {
            taken.ifPresent(packed -> handle.execute(
                    INSERT, claim.held().job(), claim.call().number(), packed.number(), packed.at(), packed.content()));
            return true;
        };
    }

    static void write(Pen pen, List<Settlement> settlements) throws SQLException {
        if (settlements.stream().noneMatch(each -> each.evidence().isPresent())) {
            return;
        }
        PreparedStatement insert = pen.statement(INSERT);
        for (Settlement each : settlements) {
            if (each.evidence().isPresent()) {
                Packed packed = each.evidence().get();
                insert.setLong(1, each.claim().held().job());
                insert.setInt(2, each.claim().call().number());
                insert.setInt(3, packed.number());
                insert.setLong(4, packed.at());
                insert.setBytes(5, packed.content());
                insert.addBatch();
            }
        }
        insert.executeBatch();
    }

    static List<Exchange> of(Handle handle, String job, int call) {
        return handle.createQuery("select e.number, e.at, e.content from exchange e where e.job ="
                        + " (select number from job where id = :job) and e.call = :call order by e.at, e.number")
                .bind("job", job)
                .bind("call", call)
                .map((row, context) -> Exchange.of(row.getInt("number"), row.getLong("at"), row.getBytes("content")))
                .list();
    }

    private record Key(String job, int call) {}

    private static Key key(Claim claim) {
        return new Key(claim.call().job(), claim.call().number());
    }
}
