package bactrian.ledger;

final class PostgresTellingsTest extends TellingsContract {
    private final LedgerPlace place = PostgresLedgers.empty();

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(place, clock);
    }
}
