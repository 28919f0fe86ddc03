package bactrian.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test turns. */
final class Clockwork implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-22T02:20:55Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }
}
