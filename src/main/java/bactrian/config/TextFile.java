package bactrian.config;

import bactrian.outcome.Invisible;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file as editors save it: UTF-8, with or without a byte order mark. */
final class TextFile {

    private TextFile() {}

    /**
     * Its text without the mark, which would be a part of the first word. A pipe is not waited for.
     *
     * @throws java.nio.charset.CharacterCodingException where it is not UTF-8
     */
    static String read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "It is no file.");
        }
        return Invisible.withoutMark(Files.readString(file));
    }
}
