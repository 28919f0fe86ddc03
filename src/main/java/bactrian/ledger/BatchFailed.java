package bactrian.ledger;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** A statement of a batch failed in the database; told like one that JDBI ran. */
final class BatchFailed extends JdbiException {
    private static final long serialVersionUID = 1L;

    BatchFailed(SQLException cause) {
        super(cause);
    }
}
