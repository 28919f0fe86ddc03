package bactrian.ledger;

import bactrian.operation.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Where the ledger is kept. */
public record LedgerPlace(String jdbcUrl, Optional<String> user, Optional<Secret> password) {

    /** Whether processes on several machines can use it. */
    public boolean shared() {
        return PostgresDialect.speaks(jdbcUrl);
    }

    /** An SQLite file; its folder exists. */
    public static LedgerPlace sqlite(Path file) {
        return new LedgerPlace("jdbc:sqlite:" + file, Optional.empty(), Optional.empty());
    }
}
