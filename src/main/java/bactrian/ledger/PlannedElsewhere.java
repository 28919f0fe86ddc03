package bactrian.ledger;

/** Somebody else plans the job, or has planned it: what was planned here is not wanted. */
public final class PlannedElsewhere extends IllegalStateException {
    private static final long serialVersionUID = 1;

    PlannedElsewhere(String message) {
        super(message);
    }
}
