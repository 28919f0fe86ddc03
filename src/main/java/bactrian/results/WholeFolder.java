package bactrian.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A folder that is filled under a name with a dot and appears whole, by one rename, after it is safely on the disk. */
final class WholeFolder implements AutoCloseable {
    private final Path parent;
    private final Path hidden;
    private final Path whole;

    /** Starts with an empty folder, whatever an earlier try has left. */
    WholeFolder(Path parent, String name) throws IOException {
        this.parent = parent;
        this.hidden = parent.resolve("." + name);
        this.whole = parent.resolve(name);
        remove();
        Files.createDirectories(hidden);
    }

    /** Where a file of this name is to be written. */
    Path file(String name) {
        return hidden.resolve(name);
    }

    /** Lets it be seen. */
    void appear() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(hidden)) {
            for (Path file : files) {
                force(file, StandardOpenOption.WRITE);
            }
        }
        sync(hidden);
        Files.move(hidden, whole, StandardCopyOption.ATOMIC_MOVE);
        sync(parent);
    }

    /** Removes what has not appeared. */
    @Override
    public void close() throws IOException {
        remove();
    }

    private void remove() throws IOException {
        if (!Files.isDirectory(hidden)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(hidden)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(hidden);
    }

    private static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
