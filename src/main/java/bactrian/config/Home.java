package bactrian.config;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder that holds everything Bactrian works on. Nothing in it is deleted except by {@code purge}.
 *
 * @param state the ledger, the lock and what else must survive a restart; below the root
 */
public record Home(Path root, Path state) {

    /** What Camel or SQLite take for something else than a part of a path's name. */
    private static final Pattern MISREAD =
            Pattern.compile("\\?|\\\\|\\{\\{|}}|\\$\\{|\\$simple\\{|%\\p{XDigit}{2}|\\p{Cntrl}");

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
        Matcher misread = MISREAD.matcher(root.toString());
        if (misread.find()) {
            String what = misread.group().matches("\\p{Cntrl}") ? "a control character" : misread.group();
            throw unfit("A home's path may not hold " + what + ". Rename the folder, or name another one.");
        }
        if (Files.isRegularFile(root)) {
            throw unfit("It is a file, and a home is a folder. Name another one.");
        }
        for (Path folder : List.of(inbox(), held(), archive(), results(), deadLetter(), state())) {
            Files.createDirectories(folder);
        }
    }

    private FileSystemException unfit(String why) {
        return new FileSystemException(root.toString().replaceAll("\\p{Cntrl}", "?"), null, why);
    }
}
