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
import java.util.stream.Stream;

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

    /** What is wrong, a line each, for example {@code line 1, isPri: There is no such column. … [unknown-column]}. */
    Stream<String> lines(int most) {
        Stream<JsonNode> all =
                Stream.concat(Stream.of(problem), problem.path("problems").valueStream());
        return all.map(DeadLetterFile::line).distinct().limit(most);
    }

    /** Problems in all, also those that are not listed. */
    long count() {
        return problem.path("problemCount").asLong();
    }

    private static String line(JsonNode problem) {
        return DeadLetters.told(problem) + " " + problem.path("hint").asText() + " ["
                + problem.path("code").asText() + "]";
    }
}
