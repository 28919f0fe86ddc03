package bactrian.ledger;

import java.util.Locale;

/** Where a job stands. {@code PLANNED} is passed through on the way to {@code HELD} or {@code RUNNING}. */
public enum JobState {
    RECEIVED,
    PLANNED,
    REJECTED,
    HELD,
    RUNNING,
    PAUSED,
    DONE,
    CANCELLED;

    /** The word used in results and answers, for example {@code running}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more happens to a job in this state. */
    public boolean ended() {
        return this == REJECTED || this == DONE || this == CANCELLED;
    }
}
