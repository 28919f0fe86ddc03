package bactrian.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The writing connection. Statements that run for every call are prepared once and filled in by hand: naming their
 * parameters costs more than running them. For one thread.
 */
final class Pen {
    private final Handle handle;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Pen(Handle handle) {
        this.handle = handle;
        this.connection = handle.getConnection();
    }

    /** For statements that run rarely. */
    Handle handle() {
        return handle;
    }

    /** @param sql one of a few constant texts; kept as long as the connection */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }
}
