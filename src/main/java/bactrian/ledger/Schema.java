package bactrian.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the schema this program knows. */
final class Schema {
    /** The newest migration. */
    static final int VERSION = 7;

    private Schema() {}

    /** Costs one statement where the schema is there. @throws LedgerUnavailable when it is newer than this program */
    static void upgrade(SqlDialect dialect) {
        if (upToDate(dialect)) {
            return;
        }
        dialect.alone(() -> {
            if (!upToDate(dialect)) {
                migrate(dialect);
            }
        });
    }

    private static boolean upToDate(SqlDialect dialect) {
        int found = version(dialect);
        if (found > VERSION) {
            throw new LedgerUnavailable(
                    "The ledger " + dialect + " was written by a newer version of this program (schema " + found
                            + ", this one knows " + VERSION + "). Install that version, or use another home.");
        }
        return found == VERSION;
    }

    private static int version(SqlDialect dialect) {
        try (Connection connection = dialect.writing().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(dialect.schemaVersion())) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException problem) {
            throw dialect.explain(problem);
        }
    }

    static void remember(SqlDialect dialect, int version) {
        try (Connection connection = dialect.writing().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(dialect.rememberSchemaVersion(version));
        } catch (SQLException problem) {
            throw dialect.explain(problem);
        }
    }

    private static void migrate(SqlDialect dialect) {
        try {
            flyway(dialect).migrate();
            remember(dialect, VERSION);
        } catch (FlywayException problem) {
            throw new LedgerUnavailable(
                    "The ledger " + dialect + " cannot be created or upgraded. " + problem.getMessage(), problem);
        }
    }

    static Flyway flyway(SqlDialect dialect) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dialect.writing())
                .locations("classpath:bactrian/ledger/migration")
                .placeholders(dialect.types())
                // A database may be shared with others; their tables are left alone.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .loggers("slf4j")
                .load();
    }
}
