package bactrian.results;

import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import bactrian.outcome.Figures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of a job, as in {@code summary.json}.
 *
 * @param state {@code done} or {@code cancelled}
 * @param reference the sender's own id, where all rows or instructions carry the same
 * @param rows every edit is counted exactly once
 * @param calls distinct calls sent
 * @param retries their further attempts
 * @param startedAt empty where the job was cancelled before it started
 * @param codes edits by code, {@code ok} left out, most frequent first
 * @param guardedCells how many cells of {@code results.csv} were marked as text; empty where formulas are not guarded
 */
public record Summary(
        String job,
        String source,
        String sha256,
        JobState state,
        Optional<String> reference,
        Tally rows,
        long calls,
        long retries,
        Optional<Instant> startedAt,
        Instant finishedAt,
        Map<String, Long> codes,
        OptionalLong guardedCells) {
    private static final JsonMapper JSON = new JsonMapper();

    public Summary {
        finishedAt = finishedAt.truncatedTo(ChronoUnit.MILLIS); // as exact as all that the ledger keeps
    }

    /** What became of the edits, and what that took, for people. */
    String inWords() {
        return Figures.count(rows.total(), "edit") + ", " + Figures.count(rows.succeeded()) + " succeeded, "
                + Figures.count(rows.failed()) + " failed, " + Figures.count(rows.skipped()) + " skipped, "
                + Figures.count(rows.unknown()) + " unknown, in " + Figures.count(calls, "call") + " and "
                + Figures.count(retries, "further attempt");
    }

    /** The object that {@code summary.json} holds. */
    public ObjectNode toJson() {
        ObjectNode all = JSON.createObjectNode();
        all.put("job", job).put("source", source).put("sha256", sha256).put("state", state.word());
        reference.ifPresent(text -> all.put("reference", text));
        all.set("rows", rows(rows));
        all.put("calls", calls).put("retries", retries);
        startedAt.ifPresent(at -> all.put("startedAt", at.toString()));
        all.put("finishedAt", finishedAt.toString());
        all.set("codes", codes(codes));
        guardedCells.ifPresent(cells -> all.put("guardedCells", cells));
        return all;
    }

    static ObjectNode rows(Tally rows) {
        return JSON.createObjectNode()
                .put("total", rows.total())
                .put("succeeded", rows.succeeded())
                .put("failed", rows.failed())
                .put("skipped", rows.skipped())
                .put("unknown", rows.unknown());
    }

    static ObjectNode codes(Map<String, Long> codes) {
        ObjectNode byCode = JSON.createObjectNode();
        codes.forEach(byCode::put);
        return byCode;
    }

    /** Writes a {@code summary.json}. */
    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(toJson()) + "\n");
    }

    /** Reads a {@code summary.json}. */
    public static Summary read(Path file) throws IOException {
        JsonNode all = JSON.readTree(file.toFile());
        JsonNode rows = all.path("rows");
        Map<String, Long> codes = new LinkedHashMap<>();
        all.path("codes")
                .properties()
                .forEach(code -> codes.put(code.getKey(), code.getValue().asLong()));
        return new Summary(
                all.path("job").asText(),
                all.path("source").asText(),
                all.path("sha256").asText(),
                JobState.valueOf(all.path("state").asText().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(all.get("reference")).map(JsonNode::asText),
                new Tally(
                        rows.path("total").asLong(),
                        rows.path("succeeded").asLong(),
                        rows.path("failed").asLong(),
                        rows.path("skipped").asLong(),
                        rows.path("unknown").asLong()),
                all.path("calls").asLong(),
                all.path("retries").asLong(),
                Optional.ofNullable(all.get("startedAt")).map(at -> Instant.parse(at.asText())),
                Instant.parse(all.path("finishedAt").asText()),
                codes,
                all.has("guardedCells")
                        ? OptionalLong.of(all.get("guardedCells").asLong())
                        : OptionalLong.empty());
    }
}
