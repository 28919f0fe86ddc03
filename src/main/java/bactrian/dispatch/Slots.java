package bactrian.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Hands out the moments at which a connection's workers may send, evenly spaced. A wait that the provider asks for holds
 * back all of them.
 */
final class Slots {
    private static final int TRIES = 10;

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
            pace.listen();
            long held = pace.held();
            if (held <= 0) {
                return true;
            }
            if (time.await(closing, Duration.ofNanos(held))) {
                return false;
            }
        }
    }

    /** Getting ready for a slot took so long. */
    void prepared(Duration took) {
        pace.prepared(took);
    }

    /**
     * Waits, right before the first byte of what a slot was taken for leaves, until it crowds nothing else.
     *
     * @return false when it must not leave: the lane closes, or everybody waits
     */
    boolean depart() throws InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            Pacing.Slot slot = pace.depart();
            long wait = slot.from() - time.nanos();
            if (wait > 0 && (time.await(closing, Duration.ofNanos(wait)) || pace.held() > 0)) {
                return false;
            }
            if (time.nanos() - slot.until() <= 0) {
                return true;
            }
        }
        return false;
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
