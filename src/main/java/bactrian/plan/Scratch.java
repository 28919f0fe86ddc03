package bactrian.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A throw-away SQLite file for what does not fit into memory. Made when it is first asked for, so that small documents
 * never pay for it, and gone when it is closed or the process dies.
 */
public final class Scratch implements AutoCloseable {
    /** What each user of a scratch file keeps in memory before it writes, in bytes. */
    public static final int IN_MEMORY = 4 << 20;

    private final Path folder;
    private final int inMemory;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<Opened> opened = new ArrayList<>();

    /** @param inMemory bytes that each user keeps in memory before it writes; {@link #IN_MEMORY} but for tests */
    public Scratch(Path folder, int inMemory) {
        this.folder = folder;
        this.inMemory = inMemory;
    }

    int inMemory() {
        return inMemory;
    }

    private record Opened(Path file, Connection connection) {}

    /** The file, open. Everything is one transaction that is never committed: nobody reads it later. */
    public Connection connection() throws IOException {
        if (opened.isEmpty()) {
            opened.add(open());
        }
        return opened.get(0).connection();
    }

    /** A statement, prepared once and kept; it serves one reader at a time. */
    public PreparedStatement prepared(String sql) throws IOException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        try {
            PreparedStatement made = connection().prepareStatement(sql);
            statements.put(sql, made);
            return made;
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Runs a statement that gives nothing back. */
    public void run(String sql) throws IOException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** What is thrown when a statement fails. */
    public IOException unusable(SQLException cause) {
        return new IOException(
                "The scratch folder " + folder + " cannot be used: " + cause.getMessage()
                        + ". Check that its disk has space and may be written.",
                cause);
    }

    private Opened open() throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, ".plan-", ".db");
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=OFF");
                statement.execute("PRAGMA synchronous=OFF");
                statement.execute("PRAGMA locking_mode=EXCLUSIVE");
                statement.execute("PRAGMA temp_store=FILE");
                statement.execute("PRAGMA cache_size=-8192");
            }
            connection.setAutoCommit(false);
            hide(file);
            return new Opened(file, connection);
        } catch (SQLException e) {
            Files.deleteIfExists(file);
            throw unusable(e);
        }
    }

    /** Takes the open file's name away, where the system lets us, so that nothing is left when the process dies. */
    private static void hide(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        for (Opened each : opened) {
            try {
                each.connection().close();
            } catch (SQLException e) {
                throw unusable(e);
            } finally {
                Files.deleteIfExists(each.file());
            }
        }
    }
}
