package bactrian.plan;

/**
 * The plain way to keep the order of a target's edits: its n-th edit goes out in wave n, and edits of one wave and kind
 * share calls.
 */
final class Waves {
    /** More than a target has edits between two bundles. */
    private static final long BETWEEN_BUNDLES = 1L << 31;

    private final Kinds kinds;

    Waves(Kinds kinds) {
        this.kinds = kinds;
    }

    /**
     * The wave of an edit of this kind whose target was last in wave {@code before}, or -1. A bundle is not torn apart:
     * it has a wave of its own, and since kinds are numbered as they appear, later bundles have later ones.
     */
    long next(long before, int kind) {
        long earliest = kinds.bundled(kind) ? (kind + 1L) * BETWEEN_BUNDLES : 0;
        return Math.max(before + 1, earliest);
    }
}
