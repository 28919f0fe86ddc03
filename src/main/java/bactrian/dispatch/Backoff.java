package bactrian.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing waits that spread: any length between nothing and a bound that doubles each time ("full jitter"). */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int DOUBLINGS = 7;

    private final RandomGenerator random;

    /** @param random safe for many threads */
    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures so far, from 1 */
    Duration after(int failures) {
        return Duration.ofNanos(random.nextLong(bound(failures).toNanos()) + 1);
    }

    /** The longest that {@link #after} can be. */
    static Duration bound(int failures) {
        Duration bound = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return bound.compareTo(LONGEST) < 0 ? bound : LONGEST;
    }
}
