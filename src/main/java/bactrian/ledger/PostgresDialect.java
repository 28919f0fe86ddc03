package bactrian.ledger;

import bactrian.operation.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database that several machines share. Each has one writer; of these, one at a time is in a transaction, so that
 * statements may rely on each other as they do in a file, and no two of them ever wait for each other in a circle. Calls
 * are claimed beside them: a claim locks what it finds, leaves out what is locked, and so waits for nobody.
 */
final class PostgresDialect implements SqlDialect {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final int CONNECT_SECONDS = 10;

    /** A network that swallows everything is given up after this. */
    private static final int SILENT_SECONDS = 120;

    /** Claims need several round trips a connection, and wait for nobody. */
    private static final int CLAIMERS = 4;

    /** The first half of the keys of advisory locks; the second tells ledgers in one database apart. */
    private static final int WRITING = 0xBAC1;

    private static final int MIGRATING = 0xBAC2;

    private final String shown;
    private final PGSimpleDataSource source;

    private PostgresDialect(LedgerPlace place) {
        String url = place.jdbcUrl();
        int parameters = url.indexOf('?');
        this.shown = parameters < 0 ? url : url.substring(0, parameters);
        this.source = new PGSimpleDataSource();
        this.source.setURL(url);
        this.source.setApplicationName("bactrian");
        this.source.setTcpKeepAlive(true);
        if (!url.contains("socketTimeout=")) {
            this.source.setSocketTimeout(SILENT_SECONDS);
        }
        if (!url.contains("connectTimeout=")) {
            this.source.setConnectTimeout(CONNECT_SECONDS);
        }
        place.user().ifPresent(source::setUser);
        place.password().map(Secret::reveal).ifPresent(source::setPassword);
    }

    static boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    /** @throws LedgerUnavailable when the address cannot be read */
    static PostgresDialect of(LedgerPlace place) {
        try {
            return new PostgresDialect(place);
        } catch (IllegalArgumentException unreadable) {
            throw new LedgerUnavailable(
                    "BACTRIAN_LEDGER_URL is not an address of PostgreSQL: jdbc:postgresql://host:port/database.",
                    unreadable);
        }
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
        return "set session characteristics as transaction read only";
    }

    @Override
    public Optional<String> swiftSettings() {
        return Optional.of("set synchronous_commit = off");
    }

    @Override
    public void prepare(Jdbi writers) {
        writers.registerArgument(new NoZeroCharacter());
    }

    @Override
    public Optional<String> begin(Handle handle) {
        return begin(handle, " from pg_advisory_xact_lock(" + key(WRITING) + ")");
    }

    @Override
    public Optional<String> beginClaiming(Handle handle) {
        return begin(handle, "");
    }

    /** The driver sends what begins a transaction together with its first statement. */
    private static Optional<String> begin(Handle handle, String after) {
        try {
            handle.getConnection().setAutoCommit(false);
        } catch (SQLException closed) {
            throw new ConnectionException(closed);
        }
        return handle.createQuery("select cast(pg_current_xact_id() as text)" + after)
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public int claimers() {
        return CLAIMERS;
    }

    @Override
    public String locking() {
        return " for update of c skip locked";
    }

    @Override
    public boolean committed(Handle handle, String transaction) {
        while (true) {
            String status = handle.createQuery(
                            "select coalesce(pg_xact_status(cast(:transaction as xid8)), 'forgotten')")
                    .bind("transaction", transaction)
                    .mapTo(String.class)
                    .one();
            if (!status.equals("in progress")) {
                return status.equals("committed");
            }
        }
    }

    @Override
    public String now() {
        return "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public Map<String, String> types() {
        return Map.of(
                "identity", "bigint generated by default as identity primary key",
                "key", "text collate \"C\"",
                "bytes", "bytea");
    }

    @Override
    public String schemaVersion() {
        return "select cast(obj_description(to_regclass('job'), 'pg_class') as integer)";
    }

    @Override
    public String rememberSchemaVersion(int version) {
        return "comment on table job is '" + version + "'";
    }

    @Override
    public void alone(Runnable migration) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + key(MIGRATING) + ")"); // given back with the connection
            migration.run();
        } catch (SQLException problem) {
            throw explain(problem);
        }
    }

    private static String key(int what) {
        return what + ", hashtext(current_schema())";
    }

    @Override
    public Failure failure(SQLException problem) {
        return PostgresTrouble.failure(problem);
    }

    @Override
    public LedgerUnavailable explain(SQLException problem) {
        return new LedgerUnavailable(PostgresTrouble.say(shown, problem), problem);
    }

    @Override
    public String toString() {
        return shown;
    }
}
