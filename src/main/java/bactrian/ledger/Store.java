package bactrian.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The database: many readers, one writer. Every failure leaves as {@link LedgerUnavailable}. */
final class Store implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final SqlDialect dialect;
    private final HikariDataSource pool;
    private final Jdbi readers;
    private final Optional<HikariDataSource> swiftPool;
    private final Optional<Jdbi> swift;
    private final Writer writer;
    private final Settlements settlements = new Settlements();
    private final Claims claims;
    private final List<Writer> claimers;

    private Store(SqlDialect dialect) {
        this.dialect = dialect;
        this.pool = pool("ledger-readers", dialect.readingSettings());
        this.readers = Statements.of(pool);
        this.swiftPool = dialect.swiftSettings().map(settings -> pool("ledger-swift", settings));
        this.swift = swiftPool.map(Statements::of);
        this.writer = Writer.start(dialect, "ledger-writer", dialect::begin);
        this.claims = new Claims(dialect.locking(), dialect.claimers() == 0);
        this.claimers = IntStream.range(0, dialect.claimers())
                .mapToObj(i -> Writer.start(dialect, "ledger-claimer-" + i, dialect::beginClaiming))
                .toList();
    }

    private HikariDataSource pool(String name, String settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(dialect.reading());
        config.setConnectionInitSql(settings);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        return new HikariDataSource(config);
    }

    static Store open(SqlDialect dialect) {
        Schema.upgrade(dialect);
        return new Store(dialect);
    }

    SqlDialect dialect() {
        return dialect;
    }

    /** Runs statements that change nothing. */
    <T> T read(Work<T> work) {
        try {
            return readers.withHandle(work::in);
        } catch (JdbiException problem) {
            throw explain(dialect, problem);
        }
    }

    /** Runs statements each of which is a change of its own and need not be durable. Waits for nobody where it can. */
    <T> T atOnce(Work<T> work) {
        try {
            return swift.map(jdbi -> jdbi.<T, RuntimeException>withHandle(work::in))
                    .orElseGet(() -> write(work));
        } catch (JdbiException problem) {
            throw explain(dialect, problem);
        }
    }

    /** @see Writer#write */
    <T> T write(Work<T> work) {
        return writer.write(work);
    }

    Durable settle(Settlement settlement) {
        return writer.begin(settlements, settlement)::await;
    }

    Optional<ClaimRow> claim(Wish wish) {
        return claimer(wish.connection()).write(claims, wish);
    }

    /** One connection's calls are claimed by one writer, so that its workers' wishes are granted together. */
    private Writer claimer(String connection) {
        return claimers.isEmpty() ? writer : claimers.get(Math.floorMod(connection.hashCode(), claimers.size()));
    }

    static LedgerUnavailable explain(SqlDialect dialect, JdbiException problem) {
        return cause(problem)
                .map(dialect::explain)
                .orElseGet(() -> new LedgerUnavailable(
                        "The ledger " + dialect + " cannot be used: " + problem.getMessage(), problem));
    }

    static Optional<SQLException> cause(JdbiException problem) {
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        claimers.forEach(Writer::close);
        writer.close();
        pool.close();
        swiftPool.ifPresent(HikariDataSource::close);
    }
}
