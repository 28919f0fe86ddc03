package bactrian.dispatch;

import java.time.Duration;

/**
 * How far slots are apart, and how late what leaves by one may be without putting one call too many into a second: for R
 * slots a second that span a second and a bit, by that bit.
 */
record SlotWidth(Duration apart, long tolerance) {
    private static final double MARGIN = 0.025;

    static SlotWidth of(double requestsPerSecond) {
        double second = Pacing.SECOND * Math.max(1, 1 / requestsPerSecond);
        return new SlotWidth(Pacing.apart(requestsPerSecond, MARGIN), (long) (MARGIN * second));
    }

    /** How late a call may leave whose slot began up to so much earlier than is known; never less than it takes to wake up. */
    long grace(long slack) {
        return Math.max(tolerance / 4, tolerance - slack);
    }

    /** How many slots at the end of a run belong to others, if it began so much earlier than is known. */
    int lost(long slack) {
        long over = slack + grace(slack) - tolerance;
        return (int) ((Math.max(0, over) + apart.toNanos() - 1) / apart.toNanos());
    }
}
