package bactrian.ledger;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The parts of a plan: the sections of each connection, and how many calls each has. */
final class PlanParts {
    private final Map<Key, Part> parts = new LinkedHashMap<>();
    private long[] connections = new long[16];
    private boolean chained;

    private record Key(long connection, int section) {}

    private static final class Part {
        private final int number;
        private long calls;
        private long ready;

        Part(int number) {
            this.number = number;
        }
    }

    /** Where a call stands. */
    record Place(long connection, int part) {}

    void change(int number, long connection) {
        if (number >= connections.length) {
            connections = Arrays.copyOf(connections, connections.length * 2);
        }
        connections[number] = connection;
    }

    Place place(DraftCall call) {
        long connection = connections[call.change()];
        Part part = parts.computeIfAbsent(new Key(connection, call.section()), key -> new Part(parts.size() + 1));
        part.calls++;
        if (call.after().isEmpty()) {
            part.ready++;
        } else {
            chained = true;
        }
        return new Place(connection, part.number);
    }

    /** Whether some call waits for another. */
    boolean chained() {
        return chained;
    }

    void write(Handle handle, long job) {
        if (parts.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("insert into part (job, number, connection, section, open_calls,"
                + " ready) values (?, ?, ?, ?, ?, ?)")) {
            parts.forEach(
                    (key, part) -> batch.add(job, part.number, key.connection, key.section, part.calls, part.ready));
            batch.execute();
        }
    }
}
