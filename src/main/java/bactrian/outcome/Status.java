package bactrian.outcome;

import java.util.Locale;

/** What became of an edit. Every edit of a finished job has exactly one. */
public enum Status {
    SUCCEEDED,
    FAILED,
    SKIPPED,
    /** May have been applied: the answer was lost and a repeat is not safe. */
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in results, summaries and answers, for example {@code succeeded}. */
    public String word() {
        return word;
    }
}
