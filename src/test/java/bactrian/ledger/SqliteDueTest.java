package bactrian.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDueTest extends DueContract {
    private final Path folder;

    SqliteDueTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), clock);
    }
}
