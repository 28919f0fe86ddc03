package bactrian.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Hands out the moments at which a connection's workers may send, evenly spaced. A wait that the provider asks for holds
 * back all of them.
 */
final class Slots {
    private static final long LATE_NANOS = Duration.ofMillis(100).toNanos();

    private final Timekeeper time;
    private final CountDownLatch closing;
    private final Pacing pace;
    private final Backoff backoff;
    private int refusals;
    private long lastRefusal;

    Slots(Pacing pace, Timekeeper time, CountDownLatch closing, Backoff backoff) {
        this.time = time;
        this.closing = closing;
        this.backoff = backoff;
        this.lastRefusal = time.nanos();
        this.pace = pace;
    }

    /**
     * Waits for the next slot.
     *
     * @return false when the lane closes instead
     */
    boolean take() throws InterruptedException {
        while (true) {
            long wait = pace.next();
            if (time.await(closing, Duration.ofNanos(wait))) {
                return false;
            }
            long held = pace.held();
            if (held <= 0) {
                return true;
            }
            if (time.await(closing, Duration.ofNanos(held))) {
                return false;
            }
        }
    }

    /**
     * Whether it is too late for a slot, because claiming the call took long: what is sent now would crowd the slots of
     * others.
     *
     * @param slot {@link Timekeeper#nanos} when it was taken
     */
    boolean missed(long slot) {
        return time.nanos() - slot > Math.max(pace.apart().toNanos() / 2, LATE_NANOS);
    }

    /** Nobody sends before this time is over. A shorter wait does not end a longer one. */
    void hold(Duration wait) {
        pace.hold(wait);
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
}
