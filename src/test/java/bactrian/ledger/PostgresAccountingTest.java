package bactrian.ledger;

final class PostgresAccountingTest extends AccountingContract {
    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(PostgresLedgers.empty(), clock);
    }
}
