package bactrian.proof;

import bactrian.ledger.Arrival;

/** The options of a job that say how carefully it is done. */
public final class ProofOptions {
    /** Values before are kept. */
    public static final String CAPTURE = "capture";
    /** Successes are confirmed by reading back. */
    public static final String VERIFY = Arrival.VERIFY;
    /** Targets are not held against the saved plan. */
    public static final String FORCE = "force";
    /** Rows that were taken out of the saved plan, for example {@code 3,7-9}. */
    public static final String WITHOUT = "without";

    private ProofOptions() {}
}
