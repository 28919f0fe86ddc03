package bactrian.ledger;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * The moments at which calls of a connection may leave, handed out to all nodes from one row. Cheap, and not durable: one
 * that is lost with the database is lost with what it was for.
 */
public final class Paces {
    /** More moments than can be taken and not over yet: one that is farther away tells of a clock that was set back. */
    private static final int MOST_AHEAD = 1_000;

    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Store store;
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();

    Paces(Store store) {
        this.store = store;
    }

    /**
     * Moments that nobody else has.
     *
     * @param first how long until the first of them; the others follow evenly
     * @param held how long nobody may send, from now; negative or zero where they may
     */
    public record Grant(Duration first, Duration held) {}

    /**
     * Takes the next moments, so far apart, none of them in the past. Where the database's clock was set back, they begin
     * anew with its present instead of waiting until it has caught up.
     */
    public Grant take(String connection, Duration apart, int moments) {
        long taken = TimeUnit.NANOSECONDS.toMicros(apart.toNanos() * moments);
        return store.atOnce(handle -> {
            long number = number(handle, connection);
            return handle.createQuery("update pace set next_slot = :taken + case when next_slot between " + now()
                            + " and :ahead + " + now() + " then next_slot else " + now()
                            + " end where connection = :number"
                            + " returning next_slot - :taken - " + now() + " as wait, held_until - " + now()
                            + " as held")
                    .bind("taken", taken)
                    .bind(
                            "ahead",
                            TimeUnit.NANOSECONDS.toMicros(
                                    apart.multipliedBy(MOST_AHEAD).plus(AHEAD).toNanos()))
                    .bind("number", number)
                    .map((row, context) -> new Grant(micros(row.getLong("wait")), micros(row.getLong("held"))))
                    .one();
        });
    }

    /** Nobody sends before this time is over, on any node. A shorter wait does not end a longer one. */
    public void hold(String connection, Duration wait) {
        long micros = TimeUnit.NANOSECONDS.toMicros(wait.toNanos());
        store.atOnce(handle -> handle.createUpdate("update pace set held_until = " + now()
                        + " + :wait where connection = :number and held_until < " + now() + " + :wait")
                .bind("wait", micros)
                .bind("number", number(handle, connection))
                .execute());
    }

    /** How long nobody may send, from now; negative or zero where they may. */
    public Duration held(String connection) {
        return store.read(handle -> handle.createQuery("select held_until - " + now() + " from pace where connection ="
                        + " (select number from connection where name = :connection)")
                .bind("connection", connection)
                .mapTo(long.class)
                .findOne()
                .map(Paces::micros)
                .orElse(Duration.ZERO));
    }

    private long number(Handle handle, String connection) {
        Long known = numbers.get(connection);
        if (known != null) {
            return known;
        }
        long number = ConnectionRows.number(handle, connection);
        handle.execute(
                "insert into pace (connection, next_slot) values (?, 0) on conflict (connection) do nothing", number);
        numbers.put(connection, number);
        return number;
    }

    private String now() {
        return "(" + store.dialect().now() + " * 1000)";
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }
}
