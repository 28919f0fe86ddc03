package bactrian.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The processes that work on one ledger. Each holds a lease by the database's clock and renews it in time. One that did
 * not is buried by another; from then on nothing it had claimed can be settled by it, and others may take that over.
 */
public final class Nodes {
    private final Store store;
    private final Self self;

    Nodes(Store store, Self self) {
        this.store = store;
        this.self = self;
    }

    /** A process that works on the ledger. @param leaseUntil by the database's clock; it may have passed */
    public record Node(long number, String name, Instant since, Instant leaseUntil) {}

    /** Whether processes on several machines can work on this ledger at once. */
    public boolean shared() {
        return store.dialect().shared();
    }

    /** This process becomes one of them, under a number that nobody had; what it claims from now on is its own. */
    public void join(String name, Duration lease) {
        self.is(store.write(handle -> handle.createQuery(
                        "insert into node (name, since, lease_until)" + " select :name, now, now + :lease from (select "
                                + now() + " as now) as clock returning number")
                .bind("name", name)
                .bind("lease", lease.toMillis())
                .mapTo(long.class)
                .one()));
    }

    /** Extends the lease from now. @return false where this process was buried: it has to join again */
    public boolean renew(Duration lease) {
        return store.write(handle ->
                handle.createUpdate("update node set lease_until = " + now() + " + :lease where number = :self")
                                .bind("lease", lease.toMillis())
                                .bind("self", self.number())
                                .execute()
                        == 1);
    }

    /** Those whose lease has run out are no longer. @return how many */
    public int buryExpired() {
        return store.write(handle ->
                handle.execute("delete from node where lease_until < " + now() + " and number <> ?", self.number()));
    }

    /** All others are dead. Only for the one process that owns a ledger. */
    public void buryOthers() {
        store.write(handle -> handle.execute("delete from node where number <> ?", self.number()));
    }

    /** This process works no longer; it holds no claim any more. */
    public void leave() {
        store.write(handle -> handle.execute("delete from node where number = ?", self.number()));
    }

    /** In order of number. */
    public List<Node> all() {
        return store.read(
                handle -> handle.createQuery("select number, name, since, lease_until from node order by number")
                        .map((row, context) -> new Node(
                                row.getLong("number"),
                                row.getString("name"),
                                Instant.ofEpochMilli(row.getLong("since")),
                                Instant.ofEpochMilli(row.getLong("lease_until"))))
                        .list());
    }

    /** Whether some other process works on the ledger now. */
    public boolean othersAlive() {
        return store.read(handle -> handle.createQuery(
                        "select exists (select 1 from node where number <> :self and lease_until >= " + now() + ")")
                .bind("self", self.number())
                .mapTo(boolean.class)
                .one());
    }

    private String now() {
        return store.dialect().now();
    }
}
