package bactrian.ledger;

/** Who this process is among the {@link Nodes}. */
final class Self {
    /** Nobody: a process that only looks, or has not joined. */
    private static final long NOBODY = 0;

    /** Nobody who is alive has taken it, or we have ourselves. Has one parameter, ourselves. */
    static final String FREE = "(node is null or node = ? or node not in (select number from node))";

    private volatile long number = NOBODY;

    long number() {
        return number;
    }

    void is(long given) {
        number = given;
    }
}
