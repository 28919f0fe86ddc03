package bactrian.dispatch;

import bactrian.dispatch.Pacing.Slot;
import java.time.Duration;

/** When the last calls left, so that no second has more of them than the rate, however late some were. */
final class Departures {
    /** What is sent faster than that is not counted, but for its slots. */
    private static final int MOST = 10_000;

    /** Waking up takes a moment. */
    private static final long GRACE = Duration.ofMillis(5).toNanos();

    private final long[] moments;
    private long count;

    Departures(double requestsPerSecond) {
        this.moments = new long[requestsPerSecond > MOST ? 0 : (int) Math.ceil(requestsPerSecond)];
    }

    synchronized Slot next(long now) {
        if (moments.length == 0) {
            return new Slot(now, now + GRACE);
        }
        int oldest = (int) (count % moments.length);
        long room = count < moments.length ? now : moments[oldest] + Pacing.SECOND + GRACE;
        long from = room - now > 0 ? room : now;
        moments[oldest] = from;
        count++;
        return new Slot(from, from + GRACE);
    }
}
