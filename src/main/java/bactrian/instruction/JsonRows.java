package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** The instructions of a JSON or NDJSON document as they stand, for results beside them. */
public final class JsonRows implements AutoCloseable {
    private final JsonInstructions instructions;
    private Optional<JsonInstruction> current = Optional.empty();

    private JsonRows(JsonInstructions instructions) {
        this.instructions = instructions;
    }

    /** @throws IOException also where the document cannot be read as JSON */
    public static JsonRows open(Document document) throws IOException {
        return new JsonRows(JsonInstructions.open(document));
    }

    /** Moves to the next instruction. */
    public boolean next() throws IOException {
        current = instructions.next();
        return current.isPresent();
    }

    /** Number of the instruction, from 1. */
    public long row() {
        return instruction(current).row();
    }

    /** The instruction without its {@code ids}, as written, defaults not filled in. Ids that are no list stay in it. */
    public ObjectNode instruction() {
        return instruction(current).head();
    }

    /** The next of its ids as written; empty after the last. An instruction without ids is one edit all the same. */
    public Optional<JsonNode> nextId() throws IOException {
        return instruction(current).ids().next();
    }

    private static JsonInstruction instruction(Optional<JsonInstruction> current) {
        return current.orElseThrow(() -> new IllegalStateException("next() must say true first"));
    }

    @Override
    public void close() throws IOException {
        instructions.close();
    }
}
