package bactrian.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /api/dead-letters}: documents refused whole, the newest first, 200 at most. */
final class DeadLettersResource implements Resource {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LISTED = 200;

    private final Path folder;

    DeadLettersResource(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/dead-letters", "List the documents that were refused whole", this::list)
                .answers(200, "Their problems, the newest first, " + LISTED + " at most"));
    }

    private WebResponse list(WebRequest request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode letters = answer.putArray("deadLetters");
        problems().stream()
                .flatMap(file -> read(file).stream())
                .sorted(Comparator.comparing(
                                (JsonNode letter) -> letter.path("at").asText())
                        .reversed())
                .limit(LISTED)
                .forEach(letters::add);
        return WebResponse.json(200, answer);
    }

    private List<Path> problems() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(".problem.json") && !name.startsWith(".");
                    })
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static Optional<JsonNode> read(Path file) {
        try {
            return Optional.of(JSON.readTree(file.toFile()));
        } catch (IOException taken) {
            // Somebody removed it between listing and reading.
            return Optional.empty();
        }
    }
}
