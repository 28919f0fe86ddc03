package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** The instructions of a JSON or NDJSON document as they stand, for results beside them. */
public final class JsonRows implements AutoCloseable {

    private JsonRows() {}

    /** @throws IOException also where the document cannot be read as JSON */
    public static JsonRows open(Document document) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Moves to the next instruction. */
    public boolean next() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Number of the instruction, from 1. */
    public long row() {
        throw new UnsupportedOperationException();
    }

    /** The instruction without its {@code ids}, as written, defaults not filled in. */
    public ObjectNode instruction() {
        throw new UnsupportedOperationException();
    }

    /** The next of its ids as written; empty after the last. An instruction without ids is one edit all the same. */
    public Optional<JsonNode> nextId() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
