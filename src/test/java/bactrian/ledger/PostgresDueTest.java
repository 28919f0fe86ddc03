package bactrian.ledger;

final class PostgresDueTest extends DueContract {
    private final LedgerPlace place = PostgresLedgers.empty();

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(place, clock);
    }
}
