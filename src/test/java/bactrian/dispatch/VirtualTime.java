package bactrian.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only where somebody waits for it. For one thread. */
public final class VirtualTime implements Timekeeper {
    private static final Instant START = Instant.parse("2026-11-22T02:20:55Z");
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong setBack = new AtomicLong();
    private ForwardClock clock = clock();

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long nanos() {
        return passed.get();
    }

    @Override
    public boolean await(CountDownLatch gate, Duration atMost) {
        if (gate.getCount() > 0) {
            passed.addAndGet(Math.max(0, atMost.toNanos()));
        }
        return gate.getCount() == 0;
    }

    /** Somebody sets the clock on the wall back, or, with a negative duration, forward. */
    void setBack(Duration by) {
        setBack.addAndGet(by.toNanos());
    }

    /** The same while no process runs that could notice it. */
    void setBackUnseen(Duration by) {
        setBack(by);
        clock = clock();
    }

    private ForwardClock clock() {
        return new ForwardClock(() -> START.plusNanos(passed.get() - setBack.get()), passed::get);
    }

    public void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    public Duration passed() {
        return Duration.ofNanos(passed.get());
    }
}
