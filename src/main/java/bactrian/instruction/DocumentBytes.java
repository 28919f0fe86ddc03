package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens documents, and says for people why one cannot be opened. */
final class DocumentBytes {
    private DocumentBytes() {}

    /** @throws Unusable where the path is no file that can be read */
    static InputStream open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new Unusable(unreadable("This is a folder, not a file."));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new Unusable(unreadable("This is not a regular file."));
        }
        return Files.newInputStream(path);
    }

    /** The problem behind a failure to read, which knows no place. */
    static Problem problem(IOException failure) {
        if (failure instanceof Unusable unusable) {
            return unusable.problem();
        }
        if (failure instanceof NoSuchFileException) {
            return unreadable("There is no such file.");
        }
        if (failure instanceof AccessDeniedException) {
            return unreadable("The file may not be read by this user.");
        }
        return unreadable("The file cannot be read: " + failure.getMessage());
    }

    private static Problem unreadable(String message) {
        return Problem.of(Code.UNREADABLE, Place.document(), message);
    }
}
