package bactrian.instruction.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of mappings, {@code <name>.yaml} each.
 *
 * @param folder may be missing: then there are none
 */
public record MappingFiles(Path folder) {
    private static final String END = ".yaml";

    /** A mapping that is longer is none. */
    private static final int LONGEST = 1 << 20;

    /** The mapping of this name, as it is written now. */
    public Optional<MappingFile> find(String name) {
        Path file = folder.resolve(name + END);
        boolean plain = !name.isBlank() && !name.startsWith(".") && !name.contains("/") && !name.contains("\\");
        return plain && Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Names, sorted. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END) && !name.startsWith("."))
                    .map(MappingFiles::stem)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of mappings " + folder + " cannot be read.", unreadable);
        }
    }

    /** Any file as a mapping. @throws UncheckedIOException where it cannot be read, or is no mapping by its size */
    public static MappingFile read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException(file + " is too long to be a mapping.");
            }
            return new MappingFile(stem(file.getFileName().toString()), Files.readString(file));
        } catch (MalformedInputException notUtf8) {
            throw new UncheckedIOException(new IOException(file + " is not UTF-8.", notUtf8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String stem(String name) {
        return name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name;
    }
}
