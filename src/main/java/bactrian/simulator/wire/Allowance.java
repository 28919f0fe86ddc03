package bactrian.simulator.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A token bucket: so many requests a second, as many at once when it is full. Off until a rate is set. */
public final class Allowance {

    private final LongSupplier nanos;
    private double perSecond;
    private double tokens;
    private long refilledAt;

    Allowance(LongSupplier nanos, double perSecond) {
        this.nanos = nanos;
        set(perSecond);
    }

    /** From now on so many requests a second; 0 for as many as come. The bucket is full. */
    public synchronized void set(double requestsPerSecond) {
        perSecond = requestsPerSecond;
        tokens = Math.max(1, requestsPerSecond);
        refilledAt = nanos.getAsLong();
    }

    /** Takes a token. Zero when there was one (or no limit), else how long until there is. */
    synchronized Duration take() {
        if (perSecond <= 0) {
            return Duration.ZERO;
        }
        long now = nanos.getAsLong();
        tokens = Math.min(Math.max(1, perSecond), tokens + (now - refilledAt) / 1e9 * perSecond);
        refilledAt = now;
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9));
    }

    synchronized boolean on() {
        return perSecond > 0;
    }

    synchronized double limit() {
        return perSecond;
    }

    synchronized long remaining() {
        return (long) tokens;
    }

    /** How long until the bucket is full again. */
    synchronized Duration reset() {
        return Duration.ofNanos((long) ((Math.max(1, perSecond) - tokens) / Math.max(perSecond, 1e-9) * 1e9));
    }

    /** Whole seconds, rounded up. */
    public static long seconds(Duration wait) {
        return (wait.toMillis() + 999) / 1000;
    }
}
