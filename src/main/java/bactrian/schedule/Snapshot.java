package bactrian.schedule;

import bactrian.plan.Delivery;
import bactrian.plan.Tree;
import java.io.IOException;
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
        Tree.delete(scratch);
        finished.run();
    }
}
