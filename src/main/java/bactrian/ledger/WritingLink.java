package bactrian.ledger;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The writer's connection to the database, made when it is needed and again when it was lost. For one thread. */
final class WritingLink implements AutoCloseable {
    private final Jdbi jdbi;
    private @Nullable Pen pen;

    WritingLink(SqlDialect dialect) {
        this.jdbi = Statements.of(dialect.writing()).setStatementBuilderFactory(connection -> new CachedStatements());
        dialect.prepare(jdbi);
    }

    /** @throws JdbiException when the database cannot be reached */
    Pen pen() {
        if (pen == null) {
            pen = new Pen(jdbi.open());
        }
        return pen;
    }

    void rollback() {
        try {
            if (pen != null) {
                pen.handle().execute("rollback");
            }
        } catch (JdbiException nothingToRollBack) {
            // The database has done so by itself, or the transaction never began.
        }
    }

    /** The next one is new. */
    void drop() {
        Pen broken = pen;
        pen = null;
        try {
            if (broken != null) {
                broken.handle().close();
            }
        } catch (JdbiException alreadyGone) {
            // It was dropped for being broken.
        }
    }

    @Override
    public void close() {
        drop();
    }
}
