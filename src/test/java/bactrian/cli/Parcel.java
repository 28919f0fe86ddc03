package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.wire.Journal;
import bactrian.simulator.wire.Simulator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file for the inbox, and what must be true in the end, whatever happened on the way.
 *
 * @param path below the inbox
 * @param targets one an edit, in the order of the file
 * @param oracle where a repeat is safe, what applying row by row leaves in each target; else nothing
 * @param pointer where that is in a target's state
 */
record Parcel(
        String path,
        String text,
        Simulator provider,
        List<String> targets,
        Map<String, String> oracle,
        String pointer) {

    /** What the oracle says of a target that is not there any more. */
    static final String GONE = "gone";

    /** One line of a results file. */
    private record Line(String target, String status) {}

    /** @param results the folder of this file's only job */
    void verify(Path results) throws IOException {
        List<Line> lines = lines(results);
        JsonNode rows = Program.json(results.resolve("summary.json")).path("rows");
        assertThat(lines)
                .as("every edit once in %s", results)
                .extracting(Line::target)
                .isEqualTo(targets);
        assertThat(rows.path("total").asInt()).as("total of %s", results).isEqualTo(lines.size());
        for (String status : List.of("succeeded", "failed", "skipped", "unknown")) {
            assertThat(rows.path(status).asLong())
                    .as("%s of %s", status, results)
                    .isEqualTo(lines.stream()
                            .filter(line -> line.status().equals(status))
                            .count());
        }
        Map<String, Integer> applied = applied();
        for (Line line : lines) {
            int times = applied.getOrDefault(line.target(), 0);
            if (line.status().equals("succeeded")) {
                assertThat(times).as("%s of %s succeeded", line, path).isPositive();
            }
            if (oracle.isEmpty()) {
                assertThat(times).as("%s of %s, not safe to repeat", line, path).isLessThanOrEqualTo(1);
                assertThat(line.status()).as("%s of %s", line, path).isIn("succeeded", "unknown");
            } else {
                assertThat(line.status())
                        .as("%s of %s, safe to repeat", line, path)
                        .isEqualTo("succeeded");
            }
        }
        oracle.forEach((target, value) -> assertThat(provider.state(target)
                        .map(state -> state.at(pointer).asText())
                        .orElse(GONE))
                .as("%s of %s", target, path)
                .isEqualTo(value));
    }

    private Map<String, Integer> applied() {
        Map<String, Integer> applied = new LinkedHashMap<>();
        var mine = new HashSet<>(targets);
        for (Journal.Change change : provider.journal().changes()) {
            if (mine.contains(change.id())) {
                applied.merge(change.id(), 1, Integer::sum);
            }
            String original = change.after().text("copiedFrom");
            if (mine.contains(original)) {
                applied.merge(original, 1, Integer::sum);
            }
        }
        return applied;
    }

    private List<Line> lines(Path results) throws IOException {
        if (path.endsWith(".csv")) {
            List<String> rows = Files.readAllLines(results.resolve("results.csv"));
            int status = List.of(rows.get(0).split(",")).indexOf("_status");
            return rows.stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Line(cells[0], cells[status]))
                    .toList();
        }
        return Files.readAllLines(results.resolve("results.ndjson")).stream()
                .map(Program::json)
                .map(line -> new Line(target(line), line.path("status").asText()))
                .toList();
    }

    private static String target(JsonNode line) {
        return line.has("id")
                ? line.path("id").asText()
                : line.path("where").path("value").asText();
    }
}
