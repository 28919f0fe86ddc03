package bactrian.schedule;

import bactrian.instruction.Format;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody keeps up to date. It is read, never removed. */
final class FileSource {
    private FileSource() {}

    /** @param base what a relative path starts from */
    static Fetched fetch(String source, Path base) throws IOException {
        Path file = base.resolve(source.startsWith("file:") ? source.substring("file:".length()) : source);
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "There is no such file");
        }
        String name = file.getFileName().toString();
        Format format = Format.ofFileName(name)
                .orElseThrow(() -> new FileSystemException(
                        file.toString(), null, "The name must end in .csv, .tsv, .json, .ndjson or .jsonl"));
        return new Fetched(file, name, format);
    }
}
