package bactrian.cli;

import bactrian.config.Home;
import bactrian.outcome.Figures;
import bactrian.plan.Irreversible;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a held job would do, for people who are to decide about it. */
record HeldReport(JsonNode held) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Empty where the file is gone, because somebody has just answered. */
    static Optional<HeldReport> of(Home home, String job) throws IOException {
        Path file = home.held().resolve(job + ".json");
        return Files.exists(file) ? Optional.of(new HeldReport(JSON.readTree(file.toFile()))) : Optional.empty();
    }

    void print(PrintWriter out) {
        out.println("  it would do:");
        for (JsonNode share : held.path("operations")) {
            out.println("    " + share.path("provider").asText() + " "
                    + share.path("operation").asText() + " over connection "
                    + share.path("connection").asText() + ": "
                    + Figures.count(share.path("edits").asLong(), "edit") + " in "
                    + Figures.count(share.path("calls").asLong(), "call"));
        }
        long invalid = held.path("invalid").asLong();
        if (invalid > 0) {
            out.println("    nothing for " + Figures.count(invalid, "invalid row")
                    + (invalid == 1 ? ", which fails" : ", which fail"));
        }
        held.path("cannotBeUndone")
                .forEach(kind -> out.println("    " + Irreversible.of(kind).sentence()));
        held.path("estimatedSeconds")
                .properties()
                .forEach(time -> out.println("    at " + time.getKey() + " it takes "
                        + Figures.duration(
                                Duration.ofMillis((long) (time.getValue().asDouble() * 1000)))
                        + " at least"));
        out.println("  it begins with:");
        for (JsonNode edit : held.path("firstEdits")) {
            String target = edit.has("where")
                    ? "where " + edit.get("where")
                    : edit.path("id").asText();
            out.println("    " + edit.path("provider").asText() + " "
                    + edit.path("operation").asText() + " " + target + " " + edit.path("values"));
        }
    }
}
