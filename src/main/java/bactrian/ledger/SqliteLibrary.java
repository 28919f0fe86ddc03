package bactrian.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own program for this machine, which its driver has in its jar. Where {@code org.sqlite.lib.path} does not name
 * a folder that holds it, each process unpacks it into the folder for temporary files and compares it, byte by byte.
 */
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /** Unpacks it once for all, into a folder that is made. @throws IOException also where there is none for this machine */
    public static void unpack(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(packed)) {
            if (library == null) {
                throw new IOException("SQLite's driver has no " + packed + ".");
            }
            Files.createDirectories(folder);
            Files.copy(library, folder.resolve(name));
        }
    }
}
