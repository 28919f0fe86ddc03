package bactrian.dispatch;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out the moments at which a connection's workers may send, evenly spaced. A wait that the provider asks for holds
 * back all of them.
 */
final class Slots {
    /** Slots are this much wider than the rate asks for, so that jitter on the way never puts one too many into a second. */
    private static final double MARGIN = 1.01;

    private final Timekeeper time;
    private final CountDownLatch closing;
    private final Bucket bucket;
    private final AtomicLong heldUntil;
    private final Backoff backoff;
    private int refusals;
    private long lastRefusal;

    Slots(double requestsPerSecond, Timekeeper time, CountDownLatch closing, Backoff backoff) {
        this.time = time;
        this.closing = closing;
        this.backoff = backoff;
        this.lastRefusal = time.nanos();
        this.heldUntil = new AtomicLong(time.nanos());
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(1)
                        .refillGreedy(1, Duration.ofNanos((long) Math.ceil(MARGIN * 1e9 / requestsPerSecond))))
                .withCustomTimePrecision(new Meter(time))
                .build();
    }

    /**
     * Waits for the next slot.
     *
     * @return false when the lane closes instead
     */
    boolean take() throws InterruptedException {
        while (true) {
            long wait = bucket.consumeIgnoringRateLimits(1);
            if (time.await(closing, Duration.ofNanos(wait))) {
                return false;
            }
            long held = heldUntil.get() - time.nanos();
            if (held <= 0) {
                return true;
            }
            if (time.await(closing, Duration.ofNanos(held))) {
                return false;
            }
        }
    }

    /** Nobody sends before this time is over. A shorter wait does not end a longer one. */
    void hold(Duration wait) {
        long until = time.nanos() + wait.toNanos();
        heldUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }

    /**
     * The provider refused a request for the rate: everybody waits.
     *
     * @param sentAt {@link Timekeeper#nanos} when it was sent; what was sent before an earlier refusal came back belongs
     *     to that one
     * @param asked the wait the provider asks for
     * @return the wait
     */
    synchronized Duration refused(long sentAt, Optional<Duration> asked) {
        boolean newRefusal = refusals == 0 || sentAt - lastRefusal > 0;
        if (newRefusal) {
            refusals++;
            lastRefusal = time.nanos();
        }
        Duration wait = asked.orElseGet(() -> newRefusal ? backoff.after(refusals) : Duration.ZERO);
        hold(wait);
        return wait;
    }

    /** The provider answered something else. */
    synchronized void accepted() {
        refusals = 0;
    }

    private record Meter(Timekeeper time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return time.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
