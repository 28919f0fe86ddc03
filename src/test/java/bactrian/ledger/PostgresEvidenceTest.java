package bactrian.ledger;

final class PostgresEvidenceTest extends EvidenceContract {
    private final LedgerPlace place = PostgresLedgers.empty();

    @Override
    Ledger open(Clockwork clock) {
        return Ledger.open(place, clock);
    }
}
