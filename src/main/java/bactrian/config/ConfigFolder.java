package bactrian.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder with {@code application.properties} and {@code connections/<name>.properties}. Keys of a connection's file
 * stand for {@code bactrian.connections.<name>.<key>} and may be written whole, too.
 */
final class ConfigFolder {

    private static final String END = ".properties";

    private final Path folder;

    ConfigFolder(Path folder) {
        this.folder = folder;
    }

    void readInto(Entries entries) {
        if (!Files.isDirectory(folder)) {
            entries.flaw(new Flaw(folder.toString(), "There is no such folder.", "Name the folder with --config."));
            return;
        }
        Path application = folder.resolve("application" + END);
        if (Files.exists(application)) {
            new PropertiesFile(application).read(entries::flaw).forEach(entries::add);
        }
        for (Path file : connectionFiles(entries)) {
            String fileName = file.getFileName().toString();
            String name = fileName.substring(0, fileName.length() - END.length());
            if (name.contains(".")) {
                // Its keys would be those of another connection, the one before the dot.
                entries.flaw(ConnectionsReader.misnamed(file.toString(), name));
                continue;
            }
            String prefix = ConnectionKeys.PREFIX + name + ".";
            // A file that says nothing still is a connection, with its provider's name.
            if (entries.entry(prefix + "provider").isEmpty()) {
                entries.add(new Entry(prefix + "provider", name, file.toString()));
            }
            new PropertiesFile(file)
                    .read(entries::flaw)
                    .forEach(entry -> entries.add(
                            entry.key().startsWith(prefix)
                                    ? entry
                                    : new Entry(prefix + entry.key(), entry.value(), entry.where())));
        }
    }

    private List<Path> connectionFiles(Entries entries) {
        Path connections = folder.resolve("connections");
        if (!Files.exists(connections)) {
            return List.of();
        }
        if (!Files.isDirectory(connections)) {
            entries.flaw(new Flaw(
                    connections.toString(),
                    "It is no folder.",
                    "Make it a folder with one file a connection, <name>.properties."));
            return List.of();
        }
        try (Stream<Path> files = Files.list(connections)) {
            return files.filter(file -> file.toString().endsWith(END)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            entries.flaw(new Flaw(
                    connections.toString(), "The folder cannot be read.", "Check that this user may read it."));
            return List.of();
        }
    }
}
