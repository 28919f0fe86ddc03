package bactrian.plan;

import bactrian.instruction.Document;
import bactrian.instruction.Instructions;
import bactrian.ledger.PlanSink;
import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import java.io.IOException;
import java.nio.file.Path;

/** Plans documents: the fewest calls that keep the order of every target's edits. One serves all threads. */
public final class Planner {

    /** @param scratchFolder for throw-away files, made where missing */
    public Planner(Instructions instructions, Catalogue catalogue, Connections connections, Path scratchFolder) {}

    /**
     * Reads, checks and plans a document. Memory is bounded whatever its size.
     *
     * @param sink is given nothing before the whole document is read, and nothing at all where it is refused
     * @throws IOException when the scratch folder cannot be written
     */
    public Plan plan(Document document, PlanSink sink) throws IOException {
        throw new UnsupportedOperationException();
    }
}
