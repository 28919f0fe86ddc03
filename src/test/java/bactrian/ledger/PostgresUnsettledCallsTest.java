package bactrian.ledger;

final class PostgresUnsettledCallsTest extends UnsettledCallsContract {
    private final LedgerPlace place = PostgresLedgers.empty();

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(place, clock);
    }
}
