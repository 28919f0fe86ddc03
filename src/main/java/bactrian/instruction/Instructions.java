package bactrian.instruction;

import bactrian.operation.Catalogue;
import bactrian.operation.Connections;

/** Reads documents into checked edits. Stateless; one serves all threads. */
public final class Instructions {

    public Instructions(Catalogue catalogue, Connections connections) {}

    /**
     * Reads a whole document. Memory is bounded whatever its size.
     *
     * @param sink is given edits while reading, before it is known whether the document is refused
     */
    public Findings read(Document document, EditSink sink) {
        throw new UnsupportedOperationException();
    }
}
