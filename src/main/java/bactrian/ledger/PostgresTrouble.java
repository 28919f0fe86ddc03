package bactrian.ledger;

import java.sql.SQLException;

/** PostgreSQL's conditions ({@code SQLSTATE}) sorted, and said for people. */
final class PostgresTrouble {
    private PostgresTrouble() {}

    static SqlDialect.Failure failure(SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        return switch (head(state)) {
            case "08", "57", "28", "3D" -> SqlDialect.Failure.CONNECTION;
            case "40" -> SqlDialect.Failure.TRANSACTION;
            case "22", "23" -> SqlDialect.Failure.STATEMENT;
            // A prepared statement that another version's change of a table has made useless.
            case "0A", "26" -> SqlDialect.Failure.CONNECTION;
            default -> SqlDialect.Failure.DATABASE;
        };
    }

    static String say(String ledger, SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        return "The ledger " + ledger + " " + cause(state) + " (" + problem.getMessage() + ")";
    }

    private static String cause(String state) {
        return switch (state) {
            case "57P03" -> "is starting or stopping. Try again when it is up.";
            case "57014" -> "took too long for a statement, which was given up.";
            case "3D000" -> "does not exist: create the database, or name another one in BACTRIAN_LEDGER_URL.";
            case "42501" -> "may not be used so: this user may not create or change its tables. Grant it that.";
            case "53100" -> "cannot grow: the database's disk is full. Make room; nothing is lost.";
            case "53300" -> "has no connection left: raise its max_connections, or run fewer nodes.";
            case "25006" -> "is read-only, perhaps a standby. Name the primary in BACTRIAN_LEDGER_URL.";
            default -> byClass(head(state));
        };
    }

    private static String byClass(String head) {
        return switch (head) {
            case "08", "57" -> "cannot be reached. Check BACTRIAN_LEDGER_URL, the database server and the network.";
            case "28" ->
                "lets nobody in with this user and password. Check BACTRIAN_LEDGER_USER and"
                        + " BACTRIAN_LEDGER_PASSWORD.";
            case "53", "58", "XX" -> "cannot be used: the database server is in trouble.";
            default -> "cannot be used.";
        };
    }

    private static String head(String state) {
        return state.length() < 2 ? "" : state.substring(0, 2);
    }
}
