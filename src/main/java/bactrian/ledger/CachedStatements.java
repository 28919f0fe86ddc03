package bactrian.ledger;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps the prepared statements of the one writing connection, so that none is compiled twice. For one thread. */
final class CachedStatements implements StatementBuilder {
    private final StatementBuilder plain = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement free = kept.remove(sql);
        return free == null ? connection.prepareStatement(sql) : free;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (statement instanceof PreparedStatement prepared) {
            prepared.clearParameters();
            PreparedStatement other = kept.put(sql, prepared);
            if (other != null && other != prepared) {
                other.close();
            }
        } else {
            statement.close();
        }
    }

    @Override
    public void close(Connection connection) {
        for (PreparedStatement statement : kept.values()) {
            try {
                statement.close();
            } catch (SQLException gone) {
                // The connection is closed next; it frees what is left.
            }
        }
        kept.clear();
    }
}
