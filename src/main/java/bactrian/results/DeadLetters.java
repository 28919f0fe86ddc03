package bactrian.results;

import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The folder of documents that were refused whole, each beside a file that says why. */
public final class DeadLetters {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REASON = ".problem.json";
    private static final int TOLD = 10;

    private final Path folder;
    private final InstantSource clock;

    /** @param folder made where missing */
    public DeadLetters(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Writes the document as received and {@code <file>.problem.json}. Doing it again for one job changes nothing.
     *
     * @param document the file as received; its name is kept, with the job's id in front where that is taken
     * @param problems at most 1 000
     * @param problemCount how many there are in all
     * @return where the document now lies
     */
    public Path write(String job, Path document, Problem refusal, List<Problem> problems, long problemCount)
            throws IOException {
        Files.createDirectories(folder);
        String name = document.getFileName().toString();
        Path letter = folder.resolve(isFree(job, name, document) ? name : job + "-" + name);
        Path reason = reason(letter);
        if (!Files.exists(letter) && Files.exists(document)) {
            Path hidden = folder.resolve("." + letter.getFileName());
            Files.copy(document, hidden, StandardCopyOption.REPLACE_EXISTING);
            appear(hidden, letter);
        }
        if (!Files.exists(reason)) {
            Path hidden = folder.resolve("." + reason.getFileName());
            ObjectNode text = reason(letter.getFileName().toString(), job, refusal, problems, problemCount);
            Files.writeString(hidden, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(text) + "\n");
            appear(hidden, reason);
        }
        return letter;
    }

    /** What is written beside the dead letter of a job; problems beyond the first ten left out. */
    Optional<ObjectNode> reason(String job, String fileName) {
        for (String name : List.of(fileName, job + "-" + fileName)) {
            Optional<ObjectNode> text = textOf(reason(folder.resolve(name)))
                    .filter(one -> one.path("job").asText().equals(job));
            if (text.isPresent()) {
                ArrayNode problems = text.get().withArray("problems");
                while (problems.size() > TOLD) {
                    problems.remove(TOLD);
                }
                return text;
            }
        }
        return Optional.empty();
    }

    /** What is written beside a dead letter; empty where it is somebody else's file or folder, or gone. */
    public static Optional<ObjectNode> textOf(Path reason) {
        try {
            return Files.isRegularFile(reason) && JSON.readTree(reason.toFile()) instanceof ObjectNode text
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    /** Where and what, in a line, of a problem as it is written there: {@code line 1, isPri: There is no …}. */
    public static String told(JsonNode problem) {
        return place(problem).told(problem.path("message").asText());
    }

    private boolean isFree(String job, String name, Path document) throws IOException {
        Path letter = folder.resolve(name);
        Path reason = reason(letter);
        if (Files.exists(reason, LinkOption.NOFOLLOW_LINKS)) {
            return textOf(reason)
                    .filter(text -> text.path("job").asText().equals(job))
                    .isPresent();
        }
        // A letter without a reason is one that a crash left; the next try at it goes on from there.
        return !Files.exists(letter, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(letter) && Files.exists(document) && Files.mismatch(letter, document) < 0;
    }

    private static Path reason(Path letter) {
        return letter.resolveSibling(letter.getFileName() + REASON);
    }

    private ObjectNode reason(String file, String job, Problem refusal, List<Problem> problems, long problemCount) {
        ObjectNode all = JSON.createObjectNode();
        all.put("file", file).put("job", job);
        describe(refusal, all);
        ArrayNode list = all.putArray("problems");
        problems.forEach(problem -> describe(problem, list.addObject()));
        all.put("problemCount", problemCount);
        all.put("at", clock.instant().toString());
        return all;
    }

    private static void describe(Problem problem, ObjectNode to) {
        Place place = problem.place();
        to.put("code", problem.code().word());
        to.put("message", problem.message());
        to.put("hint", problem.hint());
        place.line().ifPresent(line -> to.put("line", line));
        place.column().ifPresent(column -> to.put("column", column));
        place.row().ifPresent(row -> to.put("row", row));
        place.field().ifPresent(field -> to.put("field", field));
        problem.found().ifPresent(found -> to.put("found", found));
    }

    /** As {@link #describe} wrote it. */
    private static Place place(JsonNode described) {
        return new Place(
                number(described, "line"),
                number(described, "column"),
                number(described, "row"),
                Optional.of(described.path("field")).filter(JsonNode::isTextual).map(JsonNode::textValue));
    }

    private static OptionalLong number(JsonNode described, String name) {
        JsonNode number = described.path(name);
        return number.isNumber() ? OptionalLong.of(number.asLong()) : OptionalLong.empty();
    }

    private static void appear(Path hidden, Path visible) throws IOException {
        try (FileChannel channel = FileChannel.open(hidden, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(hidden, visible, StandardCopyOption.ATOMIC_MOVE);
    }
}
