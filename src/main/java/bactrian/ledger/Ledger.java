package bactrian.ledger;

import java.time.InstantSource;

/**
 * The ledger, opened. Safe for many threads; several processes may open one SQLite file or one database. Durable writes
 * of many threads are grouped into one transaction; a verb returns when its write is durable.
 */
public final class Ledger implements AutoCloseable {

    private Ledger() {}

    /**
     * Opens and, where needed, creates or upgrades it.
     *
     * @throws LedgerUnavailable with what is wrong and what to do
     */
    public static Ledger open(LedgerPlace place, InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    public Jobs jobs() {
        throw new UnsupportedOperationException();
    }

    public Calls calls() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
