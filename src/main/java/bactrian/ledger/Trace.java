package bactrian.ledger;

/** What an attempt at a call may have left behind at the provider. */
public enum Trace {
    /** No request reached it. */
    NOT_SENT,
    /** A request reached it and was refused. */
    REFUSED,
    /** A request may have been applied. */
    MAY_BE_APPLIED
}
