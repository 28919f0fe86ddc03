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
                Optional<JsonNode> problem =
                        read(file).filter(text -> text.path("job").asText().equals(job));
                if (problem.isPresent()) {
                    return problem.map(text -> new DeadLetterFile(file, text));
                }
            }
        }
        return Optional.empty();
    }

    /** Empty where it is somebody else's file, or gone. */
    private static Optional<JsonNode> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }
}
