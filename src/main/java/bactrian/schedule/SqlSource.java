package bactrian.schedule;

import bactrian.config.SourceAccess;
import bactrian.instruction.Format;
import bactrian.operation.Secret;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A query whose rows are the snapshot: a CSV file with the names that the query gives its columns. */
final class SqlSource {
    private static final int SECONDS = 600;
    private static final int ROWS_AT_A_TIME = 1_000;

    private SqlSource() {}

    static Fetched fetch(String url, String query, SourceAccess access, Path folder) throws IOException {
        Path file = folder.resolve("snapshot.csv");
        Properties properties = new Properties();
        access.user().ifPresent(user -> properties.setProperty("user", user));
        access.password().map(Secret::reveal).ifPresent(password -> properties.setProperty("password", password));
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            readOnly(connection, url);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                statement.setQueryTimeout(SECONDS);
                try (ResultSet rows = statement.executeQuery(query);
                        CsvWriter csv = CsvWriter.builder().build(file)) {
                    write(rows, csv);
                }
            }
        } catch (SQLException failed) {
            // The address of a database may hold a password; drivers do not repeat it.
            throw new IOException("The query failed: " + failed.getMessage(), failed);
        }
        return new Fetched(file, file.getFileName().toString(), Format.CSV);
    }

    /** A transaction, since PostgreSQL's driver reads a big result piece by piece only within one. */
    private static void readOnly(Connection connection, String url) throws SQLException {
        if (!url.startsWith("jdbc:sqlite:")) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
        }
    }

    private static void write(ResultSet rows, CsvWriter csv) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        csv.writeRecord(names);
        while (rows.next()) {
            List<String> cells = new ArrayList<>(names.size());
            for (int i = 1; i <= names.size(); i++) {
                cells.add(text(rows, i, columns.getColumnType(i)));
            }
            csv.writeRecord(cells);
        }
    }

    private static String text(ResultSet rows, int column, int type) throws SQLException {
        if (type == Types.TIMESTAMP_WITH_TIMEZONE) {
            OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
            return moment == null ? "" : moment.toString();
        }
        Object value = rows.getObject(column);
        if (value == null) {
            return "";
        }
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime().toString();
        }
        if (value instanceof Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof byte[]) {
            throw new SQLException("column " + column + " is binary; leave it out");
        }
        return value.toString();
    }
}
