package bactrian.instruction;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ids of one instruction, in order. A few are kept from the first look at them; many are read again from where they
 * stand in the document, because the values that go with them may come after a million of them.
 */
final class JsonIds implements Closeable {
    private static final int KEPT = 1_000;

    private final Path path;
    private final long offset;
    private final List<JsonNode> kept;
    private final long count;
    private int next;
    private Optional<JsonSource> again = Optional.empty();

    private JsonIds(Path path, long offset, List<JsonNode> kept, long count) {
        this.path = path;
        this.offset = offset;
        this.kept = kept;
        this.count = count;
    }

    static JsonIds none(Path path) {
        return new JsonIds(path, 0, List.of(), 0);
    }

    /** Looks at a list of ids of which the opening bracket was just read, to its end. */
    static JsonIds lookAt(JsonSource source, Path path, long line) throws IOException {
        long offset = source.offset();
        List<JsonNode> kept = new ArrayList<>();
        long count = 0;
        for (JsonToken token = source.within(); token != JsonToken.END_ARRAY; token = source.within()) {
            source.input().keep(line);
            JsonNode id = source.value();
            count++;
            if (count <= KEPT) {
                kept.add(id);
            }
        }
        return new JsonIds(path, offset, kept, count);
    }

    long count() {
        return count;
    }

    /** The next id as written; empty after the last. */
    Optional<JsonNode> next() throws IOException {
        if (next < kept.size() && count <= KEPT) {
            return Optional.of(kept.get(next++));
        }
        if (count <= KEPT) {
            return Optional.empty();
        }
        if (again.isEmpty()) {
            kept.clear();
            JsonSource source = JsonSource.open(path, offset, 0);
            source.input().pass();
            source.within();
            again = Optional.of(source);
        }
        JsonSource source = again.get();
        return source.within() == JsonToken.END_ARRAY ? Optional.empty() : Optional.of(source.value());
    }

    @Override
    public void close() throws IOException {
        if (again.isPresent()) {
            again.get().close();
        }
    }
}
