package bactrian.cli;

import bactrian.config.Home;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file beside a refused document that says why. */
record DeadLetterFile(Path file, JsonNode problem) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The one of a job. */
    static Optional<DeadLetterFile> of(Home home, String job) throws IOException {
        if (!Files.isDirectory(home.deadLetter())) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.deadLetter(), "*.problem.json")) {
            for (Path file : files) {
                JsonNode problem = JSON.readTree(file.toFile());
                if (problem.path("job").asText().equals(job)) {
                    return Optional.of(new DeadLetterFile(file, problem));
                }
            }
        }
        return Optional.empty();
    }
}
