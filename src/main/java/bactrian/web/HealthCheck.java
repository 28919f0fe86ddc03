package bactrian.web;

import bactrian.config.Home;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that should be well.
 *
 * @param trouble what is wrong with it, for people; asked each time somebody looks, so it must be quick
 */
public record HealthCheck(String name, Supplier<Optional<String>> trouble) {

    private static final long LEAST_BYTES = 64L << 20;

    /** Whether there is room for a job. */
    static HealthCheck of(Home home) {
        return ofRoom(home.root(), root -> Files.getFileStore(root).getUsableSpace());
    }

    static HealthCheck ofRoom(Path root, Room room) {
        return new HealthCheck("disk", () -> {
            try {
                long free = room.bytesAt(root);
                return free >= LEAST_BYTES
                        ? Optional.empty()
                        : Optional.of("Only " + (free >> 20) + " MB are free at " + root
                                + ". Make room; nothing is lost, and work goes on by itself.");
            } catch (IOException unreadable) {
                return Optional.of("The home " + root + " cannot be looked at: " + unreadable.getMessage());
            }
        });
    }

    /** Says how many bytes can be written below a folder. */
    interface Room {
        long bytesAt(Path folder) throws IOException;
    }

    static HealthCheck of(Ledger ledger) {
        return new HealthCheck("ledger", () -> {
            try {
                ledger.jobs().newest(1);
                return Optional.empty();
            } catch (LedgerUnavailable away) {
                return Optional.of(String.valueOf(away.getMessage()));
            }
        });
    }
}
