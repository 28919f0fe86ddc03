package bactrian.ledger;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * Somebody is still to be told that a job has ended.
 *
 * @param job its id
 * @param message the number of the message that the job, or a part of it, came by; empty where the job as a whole is told
 * @param attempts how often it was tried
 */
public record Telling(long number, Kind kind, String job, OptionalLong message, int attempts) {

    /** What is told. */
    public enum Kind {
        /** The summary of a job, to a listener. */
        SUMMARY,
        /** The summary of what a message asked for, to whom its sender names. */
        REPLY,
        /** The same, to all who look at results. */
        RESULT,
        /** A message that was refused, whole. */
        DEAD_LETTER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
