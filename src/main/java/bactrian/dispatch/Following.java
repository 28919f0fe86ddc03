package bactrian.dispatch;

import bactrian.ledger.Calls;
import bactrian.ledger.Claim;
import bactrian.ledger.Trace;
import bactrian.operation.Limits;
import bactrian.provider.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Calls that the provider works on, or whose effect has to be asked for. Questions are neither calls nor attempts. */
final class Following {
    private final Calls calls;
    private final Limits limits;
    private final InstantSource clock;

    Following(Calls calls, Limits limits, InstantSource clock) {
        this.calls = calls;
        this.limits = limits;
        this.clock = clock;
    }

    void follow(Claim claim, Reading.Following reading) {
        Duration wait = reading.pause() == Reading.Pause.NONE ? Duration.ZERO : limits.pollInterval();
        calls.follow(claim, reading.pursuit(), clock.instant().plus(wait), reading.progress());
    }

    /** The question got no usable answer. */
    void askAgain(Claim claim, Duration wait, String why) {
        calls.defer(claim, clock.instant().plus(wait), Trace.NOT_SENT, why);
    }

    Duration age(Claim claim) {
        Instant now = clock.instant();
        return Duration.between(claim.followedSince().orElse(now), now);
    }

    boolean tooLong(Claim claim) {
        return age(claim).compareTo(limits.pollDeadline()) >= 0;
    }
}
