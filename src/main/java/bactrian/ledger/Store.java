package bactrian.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The database: many readers, one writer. Every failure leaves as {@link LedgerUnavailable}. */
final class Store implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final SqlDialect dialect;
    private final HikariDataSource pool;
    private final Jdbi readers;
    private final Writer writer;
    private final Settlements settlements = new Settlements();
    private final Claims claims = new Claims();

    private Store(SqlDialect dialect) {
        this.dialect = dialect;
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger-readers");
        config.setDataSource(dialect.reading());
        config.setConnectionInitSql(dialect.readingSettings());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        this.pool = new HikariDataSource(config);
        this.readers = Jdbi.create(pool);
        this.writer = Writer.start(dialect);
    }

    static Store open(SqlDialect dialect) {
        Schema.upgrade(dialect);
        return new Store(dialect);
    }

    /** Runs statements that change nothing. */
    <T> T read(Work<T> work) {
        try {
            return readers.withHandle(work::in);
        } catch (JdbiException problem) {
            throw explain(dialect, problem);
        }
    }

    /** @see Writer#write */
    <T> T write(Work<T> work) {
        return writer.write(work);
    }

    void settle(Settlement settlement) {
        writer.write(settlements, settlement);
    }

    Optional<ClaimRow> claim(Wish wish) {
        return writer.write(claims, wish);
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
        writer.close();
        pool.close();
    }
}
