package bactrian.simulator.wire;

/** How a piece of work ends. */
public enum Ending {
    /** As it should. */
    DONE,
    /** Before it changed anything. */
    FAILED_AT_ONCE,
    /** After it changed the first half of its targets. */
    FAILED_HALFWAY,
    /** Never. */
    STUCK
}
