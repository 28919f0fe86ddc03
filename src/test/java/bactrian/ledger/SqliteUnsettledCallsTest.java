package bactrian.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteUnsettledCallsTest extends UnsettledCallsContract {
    private final Path folder;

    SqliteUnsettledCallsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), clock);
    }
}
