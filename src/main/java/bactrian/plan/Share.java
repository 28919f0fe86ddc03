package bactrian.plan;

/**
 * What one operation has in a plan.
 *
 * @param edits how many edits are sent
 * @param calls in how many calls
 * @param destroys it takes away something that cannot be brought back
 * @param selects some edit is by selection, so that nobody knows beforehand how much it changes
 */
public record Share(
        String connection,
        String provider,
        String operation,
        long edits,
        long calls,
        boolean destroys,
        boolean selects) {

    /** A call more, with so many edits. */
    Share plus(int moreEdits) {
        return new Share(connection, provider, operation, edits + moreEdits, calls + 1, destroys, selects);
    }

    /** One that selects. */
    Share selecting() {
        return new Share(connection, provider, operation, edits, calls, destroys, true);
    }
}
