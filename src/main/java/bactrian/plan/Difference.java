package bactrian.plan;

/**
 * How a full snapshot differs from what was last applied.
 *
 * @param known targets of which something was applied before
 * @param changed those of them that would be changed
 * @param fresh targets that are new
 * @param unchanged edits that are left out
 */
public record Difference(long known, long changed, long fresh, long unchanged) {

    /** The share of the known targets that would be changed, from 0 to 1. */
    public double share() {
        return known == 0 ? 0 : (double) changed / known;
    }
}
