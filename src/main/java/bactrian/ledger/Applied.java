package bactrian.ledger;

/**
 * What a schedule has last applied to a target.
 *
 * @param target its fingerprint
 * @param change fingerprint of what was applied; empty where nobody knows
 * @param certainty whether it was applied for certain
 */
public record Applied(String target, String change, Certainty certainty) {

    /** How sure it is. */
    public enum Certainty {
        CERTAIN,
        /** It may have been applied, and is not safe to repeat. */
        DOUBTFUL
    }

    /** What is to be applied: nothing is in doubt yet. */
    public static Applied draft(String target, String change) {
        return new Applied(target, change, Certainty.CERTAIN);
    }
}
