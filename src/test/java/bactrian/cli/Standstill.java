package bactrian.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How long this process stood still at the longest, because the machine was busy with others. What was sent to it meanwhile
 * seems to have come at once.
 */
final class Standstill implements AutoCloseable {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long longest;

    private Standstill() {}

    static Standstill watched() {
        Standstill standstill = new Standstill();
        Thread thread = new Thread(standstill::tick, "standstill");
        thread.setDaemon(true);
        thread.start();
        return standstill;
    }

    private void tick() {
        try {
            long before = System.nanoTime();
            while (!closed.await(TICK, TimeUnit.NANOSECONDS)) {
                long now = System.nanoTime();
                longest = Math.max(longest, now - before - TICK);
                before = now;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
