package bactrian.dispatch;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The pace of a connection that one process alone sends to. */
final class OwnPace implements Pacing {
    private final Timekeeper time;
    private final Duration apart;
    private final Bucket bucket;
    private final AtomicLong heldUntil;

    OwnPace(double requestsPerSecond, Timekeeper time) {
        this.time = time;
        this.apart = Pacing.apart(requestsPerSecond);
        this.heldUntil = new AtomicLong(time.nanos());
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(1, apart))
                .withCustomTimePrecision(new Meter(time))
                .build();
    }

    @Override
    public long next() {
        return bucket.consumeIgnoringRateLimits(1);
    }

    @Override
    public Duration apart() {
        return apart;
    }

    @Override
    public void hold(Duration wait) {
        long until = time.nanos() + wait.toNanos();
        heldUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }

    @Override
    public long held() {
        return heldUntil.get() - time.nanos();
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
