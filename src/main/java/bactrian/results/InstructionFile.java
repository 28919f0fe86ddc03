package bactrian.results;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of instructions to be run again, one a line, each with those of its ids that are given. Written id by id, since
 * one instruction may have a million; made with the first instruction, so that there is none without.
 */
final class InstructionFile implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private enum Line {
        NONE,
        WITHOUT_IDS,
        WITH_IDS
    }

    private final Path path;
    private final List<JsonGenerator> generator = new ArrayList<>(1);
    private Line line = Line.NONE;

    InstructionFile(Path path) {
        this.path = path;
    }

    /** Starts the line of an instruction, unless it is started; it has no ids unless {@link #id} follows. */
    void instruction(ObjectNode withoutIds) throws IOException {
        if (line != Line.NONE) {
            return;
        }
        JsonGenerator to = generator();
        to.writeStartObject();
        for (var field : withoutIds.properties()) {
            to.writeFieldName(field.getKey());
            JSON.writeTree(to, field.getValue());
        }
        line = Line.WITHOUT_IDS;
    }

    /** Adds an id to the instruction that was started. */
    void id(JsonNode id) throws IOException {
        JsonGenerator to = generator();
        if (line == Line.WITHOUT_IDS) {
            to.writeArrayFieldStart("ids");
            line = Line.WITH_IDS;
        }
        JSON.writeTree(to, id);
    }

    /** Ends the line, where one was started. */
    void end() throws IOException {
        if (line == Line.NONE) {
            return;
        }
        JsonGenerator to = generator();
        if (line == Line.WITH_IDS) {
            to.writeEndArray();
        }
        to.writeEndObject();
        to.writeRaw('\n');
        line = Line.NONE;
    }

    @Override
    public void close() throws IOException {
        for (JsonGenerator each : generator) {
            each.close();
        }
    }

    private JsonGenerator generator() throws IOException {
        if (generator.isEmpty()) {
            JsonGenerator made = JSON.getFactory().createGenerator(Files.newOutputStream(path), JsonEncoding.UTF8);
            made.setRootValueSeparator(null);
            generator.add(made);
        }
        return generator.get(0);
    }
}
