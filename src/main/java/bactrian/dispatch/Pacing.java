package bactrian.dispatch;

import java.time.Duration;

/**
 * When the calls of a connection may leave. A worker takes a slot, waits for it, gets ready, and asks once more right before
 * the first byte: only then it is certain that no second has one call too many.
 */
interface Pacing {
    long SECOND = Duration.ofSeconds(1).toNanos();

    /**
     * For one call, by {@link Timekeeper#nanos}.
     *
     * @param from not before
     * @param until what leaves later takes room that is others'
     */
    record Slot(long from, long until) {}

    /** Takes the next slot. @return nanoseconds until it is time to get ready for it */
    long next();

    /** Asked right before a call leaves. @return when it may */
    Slot depart();

    /** Getting ready took so long. */
    void prepared(Duration took);

    /** Nobody sends before this time is over. A shorter wait does not end a longer one. */
    void hold(Duration wait);

    /** Asks whether others were told to wait. */
    void listen();

    /** Nanoseconds until the hold is over, as far as it is known here; negative or zero where there is none. */
    long held();

    /**
     * How far slots are apart.
     *
     * @param margin how much wider they are than the rate asks for, so that what leaves a little late fits in
     */
    static Duration apart(double requestsPerSecond, double margin) {
        return Duration.ofNanos((long) Math.ceil((1 + margin) * SECOND / requestsPerSecond));
    }
}
