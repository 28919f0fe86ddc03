package bactrian.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Connections that a person has paused: none of their calls is claimed, on any machine. */
public final class Pauses {
    private final Store store;
    private final InstantSource clock;

    Pauses(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A connection that is paused. */
    public record Pause(String connection, String who, Instant since) {}

    /** Pauses a connection, whether or not anything was ever sent to it; {@code false} where it is paused already. */
    public boolean pause(String connection, String who) {
        long now = clock.millis();
        return store.write(handle -> {
            long number = ConnectionRows.number(handle, connection);
            return handle.execute(
                            "update connection set paused_by = ?, paused_at = ? where number = ?"
                                    + " and paused_at is null",
                            who,
                            now,
                            number)
                    == 1;
        });
    }

    /** Lets a connection go on; {@code false} where it is not paused. */
    public boolean resume(String connection) {
        return store.write(handle -> handle.execute(
                        "update connection set paused_by = null, paused_at = null where name = ?"
                                + " and paused_at is not null",
                        connection)
                == 1);
    }

    /** In order of name. */
    public List<Pause> all() {
        return store.read(handle -> handle.createQuery(
                        "select name, paused_by, paused_at from connection where paused_at is not null order by name")
                .map((row, context) -> new Pause(
                        row.getString("name"),
                        row.getString("paused_by"),
                        Instant.ofEpochMilli(row.getLong("paused_at"))))
                .list());
    }
}
