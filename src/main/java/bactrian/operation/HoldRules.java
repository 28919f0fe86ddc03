package bactrian.operation;

/**
 * What makes a job wait for somebody's approval before anything is sent over a connection.
 *
 * @param rows more edits than this
 * @param destroying operations that take away something for good
 * @param selecting edits by selection, of which nobody knows beforehand how much they change
 */
public record HoldRules(long rows, Rule destroying, Rule selecting) {

    /** Whether a kind of edit waits. */
    public enum Rule {
        HOLD,
        RUN
    }

    /** What is held unless settings say otherwise. */
    public static final HoldRules USUAL = new HoldRules(10_000, Rule.HOLD, Rule.HOLD);

    /** Nothing is held. */
    public static final HoldRules NONE = new HoldRules(Long.MAX_VALUE, Rule.RUN, Rule.RUN);
}
