package bactrian.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of compared plans: {@code <id>.json} says how far one is, {@code <id>.plan} is the plan itself.
 *
 * @param folder may be shared with other nodes; made where missing
 */
public record KeptPlans(Path folder) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    /** The plan itself, where it is ready. */
    Path plan(String id) {
        return folder.resolve(id + ".plan");
    }

    private Path about(String id) {
        return folder.resolve(id + ".json");
    }

    /** What was written about a plan; empty where there is none of this id. */
    Optional<ObjectNode> read(String id) throws IOException {
        return ID.matcher(id).matches() && Files.isRegularFile(about(id))
                ? Optional.of(Compared.parse(Files.readString(about(id))))
                : Optional.empty();
    }

    /** Whole by one rename, so that nobody reads half of it. */
    void write(String id, ObjectNode kept) throws IOException {
        Path whole = Files.createDirectories(folder).resolve("." + id + ".json");
        Files.writeString(whole, kept.toString());
        Files.move(whole, about(id), StandardCopyOption.ATOMIC_MOVE);
    }

    /** For a plan that was not even begun. */
    void remove(String id) throws IOException {
        Files.deleteIfExists(about(id));
    }

    /** Removes plans that were made earlier. @return how many */
    public long forget(Instant latest) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(file -> isOlder(file, latest)).toList();
        }
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
        return old.stream().filter(file -> file.toString().endsWith(".json")).count();
    }

    private static boolean isOlder(Path file, Instant latest) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(latest);
        } catch (IOException gone) {
            return false;
        }
    }
}
