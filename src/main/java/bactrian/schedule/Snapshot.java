package bactrian.schedule;

import bactrian.plan.Delivery;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The snapshot of a schedule, ready to be handed in. To be closed afterwards.
 *
 * @param scratch removed on closing
 * @param finished is told on closing
 */
public record Snapshot(Path file, Delivery delivery, Path scratch, Runnable finished) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        remove(scratch);
        finished.run();
    }

    static void remove(Path scratch) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(scratch)) {
            for (Path each : files) {
                Files.deleteIfExists(each);
            }
        }
        Files.deleteIfExists(scratch);
    }
}
