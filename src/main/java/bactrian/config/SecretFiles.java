package bactrian.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads credentials that are kept in files of their own, and notices when others may read them too. */
final class SecretFiles {

    /** Bytes. Keys and tokens have some hundred, the longest headers that servers take have 8 000. */
    private static final long LARGEST = 16 * 1024;

    private final Path folder;
    private final List<Flaw> notices = new ArrayList<>();

    /** @param folder where relative paths start */
    SecretFiles(Path folder) {
        this.folder = folder;
    }

    /** The file's text without white space around it; empty, with a notice, where it holds no credential. */
    Optional<String> read(String key, String path) {
        Path file = folder.resolve(path);
        try {
            String text = credentialIn(file);
            if (othersMayRead(file)) {
                notices.add(
                        new Flaw(key, "The file " + file + " may be read by every user.", "Run: chmod 600 " + file));
            }
            return Optional.of(text);
        } catch (IOException unreadable) {
            notices.add(unfit(key, file, unreadable));
            return Optional.empty();
        }
    }

    /** What the file holds by now; empty where it holds no credential. */
    Optional<String> readAgain(String path) {
        try {
            return Optional.of(credentialIn(folder.resolve(path)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** @throws IOException where the file cannot be read, or what it holds can be no credential */
    private static String credentialIn(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new Unfit("is a folder.", "Name the file in it that holds the credential.");
        }
        if (Files.size(file) > LARGEST) {
            throw new Unfit("is larger than 16 KB, which no credential is.", "Write the credential alone into it.");
        }
        String text = TextFile.read(file).strip();
        if (text.isEmpty()) {
            throw new Unfit("is empty.", "Write the credential into it.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Unfit(
                    "holds more than one line, or something that is no text.", "Write the credential alone into it.");
        }
        return text;
    }

    private static Flaw unfit(String key, Path file, IOException trouble) {
        String name = "The file " + file + " ";
        if (trouble instanceof Unfit unfit) {
            return new Flaw(key, name + unfit.getMessage(), unfit.hint);
        }
        if (trouble instanceof CharacterCodingException) {
            return new Flaw(key, name + "is not UTF-8.", "Save it as UTF-8.");
        }
        if (trouble instanceof NoSuchFileException) {
            return new Flaw(key, name + "is not there.", "Write the credential into it, or name another one.");
        }
        return new Flaw(
                key,
                name + "cannot be read.",
                trouble instanceof AccessDeniedException
                        ? "Let the user that runs Bactrian read it, and enter its folder."
                        : "Check that it may be read by this user.");
    }

    List<Flaw> notices() {
        return notices;
    }

    private static boolean othersMayRead(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.contains(PosixFilePermission.OTHERS_READ);
    }

    /** A file that can be read, but holds no credential. */
    private static final class Unfit extends IOException {

        private static final long serialVersionUID = 1L;

        private final String hint;

        Unfit(String message, String hint) {
            super(message);
            this.hint = hint;
        }
    }
}
