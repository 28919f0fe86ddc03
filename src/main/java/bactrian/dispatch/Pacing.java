package bactrian.dispatch;

import java.time.Duration;

/** When the calls of a connection may leave. */
interface Pacing {
    /** Slots are this much wider than the rate asks for, so that jitter on the way never puts one too many into a second. */
    double MARGIN = 1.01;

    /** Takes the next slot. @return nanoseconds until it */
    long next();

    /** Nobody sends before this time is over. A shorter wait does not end a longer one. */
    void hold(Duration wait);

    /** Nanoseconds until the hold is over; negative or zero where there is none. */
    long held();

    /** How far slots are apart. */
    Duration apart();

    static Duration apart(double requestsPerSecond) {
        return Duration.ofNanos((long) Math.ceil(MARGIN * 1e9 / requestsPerSecond));
    }
}
