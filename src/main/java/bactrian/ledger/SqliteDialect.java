package bactrian.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One file in WAL mode: one writer at a time, durable at commit, readers never wait. */
final class SqliteDialect implements SqlDialect {
    private static final String PREFIX = "jdbc:sqlite:";
    private static final Duration BUSY = Duration.ofSeconds(30);

    private final String url;
    private final Path file;
    private final SQLiteDataSource source;

    private SqliteDialect(String url) {
        this.url = url;
        this.file = Path.of(url.substring(PREFIX.length()));
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.enforceForeignKeys(true);
        config.setJournalSizeLimit(64 << 20);
        this.source = new SQLiteDataSource(config);
        this.source.setUrl(url);
    }

    static boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    static SqliteDialect of(String jdbcUrl) {
        return new SqliteDialect(jdbcUrl);
    }

    @Override
    public DataSource writing() {
        return source;
    }

    @Override
    public DataSource reading() {
        return source;
    }

    @Override
    public String readingSettings() {
        return "pragma query_only = on";
    }

    @Override
    public Optional<String> swiftSettings() {
        return Optional.empty();
    }

    @Override
    public Optional<String> begin(Handle handle) {
        handle.execute("begin immediate");
        return Optional.empty();
    }

    @Override
    public Optional<String> beginClaiming(Handle handle) {
        return begin(handle);
    }

    @Override
    public int claimers() {
        return 0;
    }

    @Override
    public String locking() {
        return "";
    }

    /** Nothing is lost on the way to a file. */
    @Override
    public boolean committed(Handle handle, String transaction) {
        return false;
    }

    @Override
    public String now() {
        return "cast((julianday('now') - 2440587.5) * 86400000 as integer)";
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public Map<String, String> types() {
        return Map.of("identity", "integer primary key autoincrement", "key", "text", "bytes", "blob");
    }

    @Override
    public String schemaVersion() {
        return "pragma user_version";
    }

    @Override
    public String rememberSchemaVersion(int version) {
        return "pragma user_version = " + version;
    }

    @Override
    public void alone(Runnable migration) {
        synchronized (SqliteDialect.class) { // file locks are for processes, not for threads
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling("." + file.getFileName() + ".migration"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    migration.run();
                }
            } catch (IOException problem) {
                throw new LedgerUnavailable(
                        "The ledger " + file + " cannot be created: its folder cannot be written ("
                                + problem.getMessage() + "). Check the folder's permissions and free space.",
                        problem);
            }
        }
    }

    @Override
    public Failure failure(SQLException problem) {
        return Failure.DATABASE;
    }

    @Override
    public LedgerUnavailable explain(SQLException problem) {
        return new LedgerUnavailable(SqliteTrouble.say(file, problem), problem);
    }

    @Override
    public String toString() {
        return url;
    }
}
