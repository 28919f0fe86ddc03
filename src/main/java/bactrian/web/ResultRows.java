package bactrian.web;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.TableRows;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of a results folder in one shape, whichever format the document had. */
interface ResultRows extends Closeable {

    /** The next row; empty after the last. */
    Optional<ObjectNode> next() throws IOException;

    /** @param folder holds {@code results.csv} or {@code results.ndjson} */
    static ResultRows open(Path folder) throws IOException {
        return Files.exists(folder.resolve("results.csv"))
                ? new OfCsv(folder.resolve("results.csv"))
                : new OfNdjson(folder.resolve("results.ndjson"));
    }

    /** One JSON object a line, already in that shape. */
    final class OfNdjson implements ResultRows {
        private static final JsonMapper JSON = new JsonMapper();
        private final BufferedReader lines;

        OfNdjson(Path file) throws IOException {
            this.lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        }

        @Override
        public Optional<ObjectNode> next() throws IOException {
            String line = lines.readLine();
            return line == null ? Optional.empty() : Optional.of(JSON.readValue(line, ObjectNode.class));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** The reserved columns and those that Bactrian added; the others stay in the file. */
    final class OfCsv implements ResultRows {
        private static final Set<String> NUMBERS = Set.of("_row", "_call");
        private static final Set<String> SHOWN = Set.of(
                "provider",
                "operation",
                "connection",
                "id",
                "where",
                "reference",
                "_row",
                "_status",
                "_code",
                "_message",
                "_hint",
                "_call");
        private final TableRows rows;

        OfCsv(Path file) throws IOException {
            this.rows = TableRows.open(
                    new Document(file, Format.CSV, Defaults.NONE, StandardCharsets.UTF_8, ZoneOffset.UTC));
        }

        @Override
        public Optional<ObjectNode> next() throws IOException {
            if (!rows.next()) {
                return Optional.empty();
            }
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            List<String> header = rows.header();
            for (int column = 0; column < header.size(); column++) {
                String name = header.get(column);
                String cell = rows.cells().get(column);
                if (!SHOWN.contains(name) || cell.isEmpty()) {
                    continue;
                }
                String shown = name.startsWith("_") ? name.substring(1) : name;
                if (NUMBERS.contains(name)) {
                    row.put(shown, Long.parseLong(cell));
                } else {
                    row.put(shown, cell);
                }
            }
            return Optional.of(row);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
