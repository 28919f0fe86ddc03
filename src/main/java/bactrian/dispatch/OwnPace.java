package bactrian.dispatch;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The pace of a connection that one process alone sends to. */
final class OwnPace implements Pacing {
    private static final double MARGIN = 0.01;

    private final Timekeeper time;
    private final Bucket bucket;
    private final Departures departures;
    private final AtomicLong heldUntil;

    OwnPace(double requestsPerSecond, Timekeeper time) {
        this.time = time;
        Duration apart = Pacing.apart(requestsPerSecond, MARGIN);
        this.departures = new Departures(requestsPerSecond);
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
    public Slot depart() {
        return departures.next(time.nanos());
    }

    /** Nobody else is crowded by what is late: {@link #depart} makes room for it. */
    @Override
    public void prepared(Duration took) {}

    @Override
    public void hold(Duration wait) {
        long until = time.nanos() + wait.toNanos();
        heldUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }

    /** There are no others. */
    @Override
    public void listen() {}

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
