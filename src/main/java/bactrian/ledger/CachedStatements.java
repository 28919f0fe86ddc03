package bactrian.ledger;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps the prepared statements of the one writing connection, so that none is compiled twice. For one thread. */
final class CachedStatements implements StatementBuilder {
    private final StatementBuilder plain = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> free = new HashMap<>();
    // What a statement was prepared from: on closing, it is named by its text before parameters were replaced.
    private final Map<Statement, String> texts = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement statement = free.remove(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            texts.put(statement, sql);
        }
        return statement;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        String text = texts.get(statement);
        if (text == null || free.containsKey(text)) {
            texts.remove(statement);
            statement.close();
        } else {
            PreparedStatement prepared = (PreparedStatement) statement;
            prepared.clearParameters();
            free.put(text, prepared);
        }
    }

    @Override
    public void close(Connection connection) {
        for (PreparedStatement statement : free.values()) {
            try {
                statement.close();
            } catch (SQLException gone) {
                // The connection is closed next; it frees what is left.
            }
        }
        free.clear();
        texts.clear();
    }
}
