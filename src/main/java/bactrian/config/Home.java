package bactrian.config;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that holds everything Bactrian works on. Nothing in it is deleted except by {@code purge}.
 *
 * @param state the ledger, the lock and what else must survive a restart; below the root
 */
public record Home(Path root, Path state) {

    public Home {
        root = root.toAbsolutePath().normalize();
        state = root.resolve(state);
    }

    /** One that no other node shares. */
    public Home(Path root) {
        this(root, Path.of("state"));
    }

    /** The same folder as one of several nodes sees it. */
    public Home ofNode(String name) {
        return new Home(root, Path.of("state", name));
    }

    /** Instructions are dropped here, also into {@code <provider>/<operation>/} below it. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** {@code <job>.json} while a job waits for approval. */
    public Path held() {
        return root.resolve("held");
    }

    /** {@code <job>/} with the instruction as received. */
    public Path archive() {
        return root.resolve("archive");
    }

    /** {@code <job>/} with what became of every row. */
    public Path results() {
        return root.resolve("results");
    }

    /** {@code <id>.plan} for what was compared over HTTP, kept for a day. */
    public Path plans() {
        return root.resolve("plans");
    }

    /** Instructions that were refused whole, each with its problem beside it. */
    public Path deadLetter() {
        return root.resolve("dead-letter");
    }

    /** The embedded ledger. */
    public Path ledger() {
        return state().resolve("ledger.db");
    }

    /** What the embedded broker keeps. */
    public Path broker() {
        return state().resolve("broker");
    }

    /** Makes the folders that are not there yet. */
    public void prepare() throws IOException {
        if (Files.isRegularFile(root)) {
            throw new FileSystemException(
                    root.toString(), null, "It is a file, and a home is a folder. Name another one.");
        }
        for (Path folder : List.of(inbox(), held(), archive(), results(), deadLetter(), state())) {
            Files.createDirectories(folder);
        }
    }
}
