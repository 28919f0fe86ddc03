package bactrian.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** A file that holds one value and nothing else: a credential, or what {@code {{file:path}}} stands for. */
record ValueFile(Path path) {

    /** Bytes. Keys and tokens have some hundred, the longest headers that servers take have 8 000. */
    static final long LARGEST = 16 * 1024;

    /** @param folder where relative paths start */
    static ValueFile in(Path folder, String path) throws Unfit {
        try {
            return new ValueFile(folder.resolve(path));
        } catch (InvalidPathException noPath) {
            throw new Unfit(
                    "The file '" + path.replaceAll("\\p{Cntrl}", "?") + "'", "has no possible name", "Correct it.");
        }
    }

    /** Its text without white space around it; empty text where it is empty. */
    String read() throws Unfit {
        if (Files.isDirectory(path)) {
            throw unfit("is a folder", "Name the file in it that holds the value.");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // Whoever opens a pipe waits for its writer, and some devices never end.
            throw unfit("is no file but a pipe or a device", "Write the value into a file.");
        }
        try {
            if (Files.size(path) > LARGEST) {
                throw unfit("is larger than 16 KB", "Write nothing but the value into it.");
            }
            String text = TextFile.read(path).strip();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw unfit(
                        "holds more than one line, or something that is no text",
                        "Write nothing but the value into it.");
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw unfit("is not UTF-8", "Save it as UTF-8.");
        } catch (NoSuchFileException gone) {
            throw unfit("is not there", "Write the value into it, or name another one.");
        } catch (AccessDeniedException closed) {
            throw unfit("cannot be read", "Let the user that runs Bactrian read it, and enter its folder.");
        } catch (FileSystemException trouble) {
            String reason = Optional.ofNullable(trouble.getReason())
                    .map(why -> ": " + why)
                    .orElse("");
            throw unfit("cannot be read" + reason, "Check that it may be read by this user.");
        } catch (IOException trouble) {
            throw unfit("cannot be read", "Check that it may be read by this user.");
        }
    }

    /** What is to be said of a credential that everybody can see. */
    Optional<Flaw> seenByOthers(String where) {
        try {
            boolean seen = path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
            return seen
                    ? Optional.of(new Flaw(
                            where, "The file " + path + " may be read by every user.", "Run: chmod 600 " + path))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    Unfit unfit(String what, String hint) {
        return new Unfit("The file " + path, what, hint);
    }

    /** The file holds no value. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final String file;
        private final String what;
        private final String hint;

        private Unfit(String file, String what, String hint) {
            super(file + " " + what + ".");
            this.file = file;
            this.what = what;
            this.hint = hint;
        }

        /** As the end of a sentence: {@code the file x, which is a folder}. */
        String which() {
            return "the" + file.substring("The".length()) + ", which " + what;
        }

        Flaw at(String where) {
            return new Flaw(where, file + " " + what + ".", hint);
        }

        String hint() {
            return hint;
        }
    }
}
