package bactrian.ledger;

final class PostgresMessagesTest extends MessagesContract {
    private final LedgerPlace place = PostgresLedgers.empty();

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(place, clock);
    }
}
