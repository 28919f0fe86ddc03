package bactrian.ledger;

final class PostgresSnapshotsTest extends SnapshotsContract {
    private final LedgerPlace place = PostgresLedgers.empty();

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(place, clock);
    }
}
