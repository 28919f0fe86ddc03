package bactrian.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads credentials that are kept in files of their own, and notices when others may read them too. */
final class SecretFiles {

    private final Path folder;
    private final List<Flaw> notices = new ArrayList<>();

    /** @param folder where relative paths start */
    SecretFiles(Path folder) {
        this.folder = folder;
    }

    /** The file's text without white space around it; empty, with a notice, where it cannot be read or is empty. */
    Optional<String> read(String key, String path) {
        Path file = folder.resolve(path);
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                notices.add(new Flaw(key, "The file " + file + " is empty.", "Write the credential into it."));
                return Optional.empty();
            }
            if (othersMayRead(file)) {
                notices.add(
                        new Flaw(key, "The file " + file + " may be read by every user.", "Run: chmod 600 " + file));
            }
            return Optional.of(text);
        } catch (IOException unreadable) {
            notices.add(new Flaw(
                    key,
                    "The file " + file + " cannot be read.",
                    "Check that it exists and may be read by this user."));
            return Optional.empty();
        }
    }

    /** What the file holds by now; empty where it cannot be read or is empty. */
    Optional<String> readAgain(String path) {
        try {
            return Optional.of(Files.readString(folder.resolve(path)).strip()).filter(text -> !text.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
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
}
