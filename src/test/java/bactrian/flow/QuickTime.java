package bactrian.flow;

import bactrian.dispatch.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time that passes so many times as fast as it does, for the lanes and, where it is given to them, for the providers. */
final class QuickTime implements Timekeeper {
    private final int speed;
    private final Instant start = Instant.now();
    private final long origin = System.nanoTime();

    QuickTime(int speed) {
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos());
    }

    @Override
    public long nanos() {
        return (System.nanoTime() - origin) * speed;
    }

    @Override
    public boolean await(CountDownLatch gate, Duration atMost) throws InterruptedException {
        return gate.await(atMost.toNanos() / speed, TimeUnit.NANOSECONDS);
    }
}
