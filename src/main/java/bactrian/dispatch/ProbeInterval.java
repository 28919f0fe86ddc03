package bactrian.dispatch;

import java.time.Duration;
import java.time.Instant;

/** How long a lane that rests waits before it asks again: a second first, doubled each time, half a minute at most. */
final class ProbeInterval {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    private ProbeInterval() {}

    /** @param inVain how often a probe has been made, or has not kept its word */
    static Duration after(int inVain) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(inVain, DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** A probe further ahead than any wait was put there by a process whose clock went before this one's. */
    static boolean isAhead(Instant probe, Instant now) {
        return now.isBefore(probe) && !probe.isAfter(now.plus(LONGEST));
    }
}
