package bactrian.ledger;

/** Something on its way into the ledger. What is asked for later is not durable sooner. */
@FunctionalInterface
public interface Durable {
    /** What is durable already. */
    Durable DONE = () -> {};

    /**
     * Returns when it is durable.
     *
     * @throws ClaimLost when it was to be written of a call that is no longer claimed
     * @throws LedgerUnavailable when it cannot be written
     */
    void await();
}
