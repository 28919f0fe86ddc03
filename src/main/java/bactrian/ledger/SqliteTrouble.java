package bactrian.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** SQLite's result codes said for people. */
final class SqliteTrouble {
    private SqliteTrouble() {}

    static String say(Path file, SQLException problem) {
        return "The ledger " + file + " " + cause(problem) + " (" + problem.getMessage() + ")";
    }

    private static String cause(SQLException problem) {
        if (!(problem instanceof SQLiteException sqlite)) {
            return "cannot be used.";
        }
        // The primary code is the lower byte of an extended one.
        return switch (sqlite.getResultCode().code & 0xff) {
            case 5, 6 -> "is locked by another process that does not let go. Find who has it open and stop that.";
            case 13 -> "cannot grow: the disk is full. Make room and start again; nothing is lost.";
            case 11, 26 -> "is corrupt or is not a ledger. Put back a copy of it, or move it away to start a new one.";
            case 3, 8, 14, 23 -> "may not be opened or written. Check the permissions of the file and its folder.";
            case 10 -> "cannot be read or written: the disk reports an error. Check the disk and its free space.";
            default -> "cannot be used.";
        };
    }
}
