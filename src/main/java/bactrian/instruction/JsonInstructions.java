package bactrian.instruction;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The instructions of a JSON or NDJSON document, one after the other. */
final class JsonInstructions implements Closeable {
    private final Path path;
    private final Format format;
    private final Ids ids;
    private JsonSource source;
    private boolean inList;
    private boolean started;
    private long row;
    private Optional<JsonInstruction> current = Optional.empty();
    private int skipped;

    /** What a list of ids is. */
    private enum Ids {
        /** Targets; there may be many. */
        APART,
        /** A value like others. */
        WITHIN
    }

    private JsonInstructions(Path path, Format format, Ids ids, JsonSource source) {
        this.path = path;
        this.format = format;
        this.ids = ids;
        this.source = source;
    }

    static JsonInstructions open(Document document) throws IOException {
        return new JsonInstructions(document.path(), document.format(), Ids.APART, JsonSource.open(document.path()));
    }

    /** The same for objects that are rows of a table: {@code ids} is a name like any other. */
    static JsonInstructions rows(Document document) throws IOException {
        return new JsonInstructions(document.path(), document.format(), Ids.WITHIN, JsonSource.open(document.path()));
    }

    /** @throws Unusable where the document is not as it should be from here on */
    Optional<JsonInstruction> next() throws IOException {
        closeIds();
        boolean first = !started;
        started = true;
        source.mark();
        Optional<JsonToken> token = source.next();
        if (first) {
            if (token.isEmpty()) {
                throw new Unusable(source.problem("The file is empty."));
            }
            if (format == Format.JSON && token.get() == JsonToken.START_ARRAY) {
                inList = true;
                token = source.next();
            }
        } else if (format == Format.JSON && !inList && token.isPresent()) {
            throw new Unusable(source.problem("More follows after the end of the document.")
                    .hint("Put several instructions into a list, or name the file .ndjson."));
        }
        if (inList && token.filter(JsonToken.END_ARRAY::equals).isPresent()) {
            inList = false;
            if (source.next().isPresent()) {
                throw new Unusable(source.problem("More follows after the end of the list."));
            }
            return Optional.empty();
        }
        if (token.isEmpty()) {
            return ended();
        }
        current = Optional.of(instruction(token.get()));
        return current;
    }

    private Optional<JsonInstruction> ended() throws Unusable {
        if (inList) {
            throw new Unusable(source.problem("The document ends in the middle of its list; it may be cut off."));
        }
        return Optional.empty();
    }

    private JsonInstruction instruction(JsonToken first) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            throw new Unusable(source.problem("An instruction is an object: {\"provider\": …}."));
        }
        row++;
        long line = source.line();
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        JsonIds ids = JsonIds.none(path);
        source.input().keep(line);
        while (source.within() != JsonToken.END_OBJECT) {
            String name = source.name();
            JsonToken value = source.within();
            if (this.ids == Ids.APART && name.equals("ids") && value == JsonToken.START_ARRAY) {
                ids = JsonIds.lookAt(source, path, line);
            } else {
                head.set(name, source.value());
            }
        }
        return new JsonInstruction(row, line, head, ids);
    }

    /**
     * Goes on with the line after the one that could not be read, so that all broken lines are found at once. False
     * where that cannot be done: the document is one whole, or ends there.
     */
    boolean skipLine() throws IOException {
        if (format != Format.NDJSON || skipped++ >= Findings.LISTED) {
            return false;
        }
        Optional<JsonSource> rest = source.afterLine(path);
        if (rest.isEmpty()) {
            return false;
        }
        source.close();
        source = rest.get();
        return true;
    }

    private void closeIds() throws IOException {
        if (current.isPresent()) {
            current.get().ids().close();
            current = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        closeIds();
        source.close();
    }
}
