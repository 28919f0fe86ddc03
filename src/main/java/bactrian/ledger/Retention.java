package bactrian.ledger;

import java.time.Duration;

/**
 * How much of what went over the wire is kept.
 *
 * @param time zero where nothing is kept
 * @param bytes of all jobs together, as they are stored; the oldest goes first
 */
public record Retention(Duration time, long bytes) {

    /** What is kept where nobody says otherwise. */
    public static final Retention USUAL = new Retention(Duration.ofDays(30), 1L << 30);

    public boolean keepsAnything() {
        return !time.isZero() && bytes > 0;
    }
}
