package bactrian.broker;

/** The queues everybody may count on. */
public final class Queues {
    /** Every queue that Bactrian offers starts so. */
    public static final String PREFIX = "bactrian.";
    /** Takes instructions. */
    public static final String INSTRUCTIONS = PREFIX + "instructions";
    /** Gets the summary of every job that came by message. */
    public static final String RESULTS = PREFIX + "results";
    /** Gets messages that cannot be used, whole, with their {@code problem}. */
    public static final String DEAD_LETTER = PREFIX + "dead-letter";

    private Queues() {}
}
