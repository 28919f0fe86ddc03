package bactrian.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clock on the wall, except that it never goes back. Where somebody has set that one back, this one goes on a tenth
 * slower until both agree again: what was due in a second is due in little more than a second, not when the hour has
 * been lived through a second time. A clock that is set forward is followed at once. Safe for many threads.
 */
public final class ForwardClock implements InstantSource {
    private final InstantSource wall;
    private final LongSupplier nanos;
    private long last;
    private long read;

    /** @param nanos counts up evenly whatever is done to the clock; only differences mean something */
    public ForwardClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.read = nanos.getAsLong();
        this.last = sinceEpoch(wall.instant());
    }

    @Override
    public synchronized Instant instant() {
        long now = nanos.getAsLong();
        long passed = Math.max(0, now - read);
        last = Math.max(sinceEpoch(wall.instant()), last + passed / 10 * 9);
        read = now;
        return Instant.ofEpochSecond(0, last);
    }

    /** Nanoseconds, which is enough until the year 2262 and quicker than anything else: this is asked all the time. */
    private static long sinceEpoch(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }
}
