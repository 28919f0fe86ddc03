package bactrian.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time, and waiting for it: lanes wait nowhere else. */
public interface Timekeeper extends InstantSource {

    /** Counts up evenly whatever is done to the clock; only differences mean something. */
    long nanos();

    /**
     * Waits, but no longer than until the gate opens.
     *
     * @return whether the gate is open
     */
    boolean await(CountDownLatch gate, Duration atMost) throws InterruptedException;

    /** The real one. */
    static Timekeeper of(InstantSource clock) {
        return new Timekeeper() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public boolean await(CountDownLatch gate, Duration atMost) throws InterruptedException {
                return gate.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
            }
        };
    }
}
