package bactrian.ledger;

/** The ledger cannot be opened, read or written: disk full, locked, corrupt, database away. Its message is for people. */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(String message) {
        super(message);
    }

    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
