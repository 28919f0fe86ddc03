package bactrian.ledger;

final class PostgresConcurrencyTest extends ConcurrencyContract {
    private final LedgerPlace place = PostgresLedgers.empty();

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(place, clock);
    }
}
