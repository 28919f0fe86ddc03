package bactrian.ledger;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The writer's connection to the database, made when it is needed and again when it was lost. For one thread. */
final class WritingLink implements AutoCloseable {
    private final Jdbi jdbi;
    private @Nullable Handle handle;

    WritingLink(SqlDialect dialect) {
        this.jdbi = Jdbi.create(dialect.writing()).setStatementBuilderFactory(connection -> new CachedStatements());
        dialect.prepare(jdbi);
    }

    /** @throws JdbiException when the database cannot be reached */
    Handle handle() {
        if (handle == null) {
            handle = jdbi.open();
        }
        return handle;
    }

    void rollback() {
        try {
            if (handle != null) {
                handle.execute("rollback");
            }
        } catch (JdbiException nothingToRollBack) {
            // The database has done so by itself, or the transaction never began.
        }
    }

    /** The next one is new. */
    void drop() {
        Handle broken = handle;
        handle = null;
        try {
            if (broken != null) {
                broken.close();
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
