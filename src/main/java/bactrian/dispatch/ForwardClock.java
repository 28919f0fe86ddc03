package bactrian.dispatch;

import java.time.Duration;
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
    private Instant last;
    private long read;

    /** @param nanos counts up evenly whatever is done to the clock; only differences mean something */
    public ForwardClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.read = nanos.getAsLong();
        this.last = wall.instant();
    }

    @Override
    public synchronized Instant instant() {
        long now = nanos.getAsLong();
        Instant shown = wall.instant();
        Duration passed = Duration.ofNanos(Math.max(0, now - read));
        Instant slower = last.plus(passed.multipliedBy(9).dividedBy(10));
        last = shown.isAfter(slower) ? shown : slower;
        read = now;
        return last;
    }
}
