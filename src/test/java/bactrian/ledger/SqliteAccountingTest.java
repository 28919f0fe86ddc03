package bactrian.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class SqliteAccountingTest extends AccountingContract {
    @Override
    Ledger open(Clockwork clock) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "accounting");
            return Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), clock);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
