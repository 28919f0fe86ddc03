package bactrian.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only where somebody waits for it. For one thread. */
public final class VirtualTime implements Timekeeper {
    private static final Instant START = Instant.parse("2026-11-22T02:20:55Z");
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong setBack = new AtomicLong();
    private final TreeMap<Long, Runnable> events = new TreeMap<>();
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
            pass(atMost.isNegative() ? Duration.ZERO : atMost);
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
        long now = passed.addAndGet(time.toNanos());
        for (Map.Entry<Long, Runnable> due = events.firstEntry();
                due != null && due.getKey() <= now;
                due = events.firstEntry()) {
            events.remove(due.getKey());
            due.getValue().run();
        }
    }

    /** Has something happen once so much time has passed in all, in the midst of whatever waits then. */
    void at(Duration when, Runnable event) {
        events.put(when.toNanos(), event);
    }

    public Duration passed() {
        return Duration.ofNanos(passed.get());
    }
}
