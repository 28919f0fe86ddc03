package bactrian.cli;

import bactrian.config.Home;
import bactrian.results.DeadLetters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file beside a refused document that says why. */
record DeadLetterFile(Path file, JsonNode problem) {

    /** The one of a job. */
    static Optional<DeadLetterFile> of(Home home, String job) throws IOException {
        if (!Files.isDirectory(home.deadLetter())) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.deadLetter(), "*.problem.json")) {
            for (Path file : files) {
                Optional<ObjectNode> problem = DeadLetters.textOf(file)
                        .filter(text -> text.path("job").asText().equals(job));
                if (problem.isPresent()) {
                    return problem.map(text -> new DeadLetterFile(file, text));
                }
            }
        }
        return Optional.empty();
    }
}
