package bactrian.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an answer asks every worker of its connection to wait, by the header forms that providers share: {@code
 * Retry-After} (seconds or a date), {@code RateLimit} (structured, and {@code limit=, remaining=, reset=}), {@code
 * RateLimit-Limit/-Remaining/-Reset} and {@code X-RateLimit-*}. Anything malformed is ignored.
 */
public final class RateLimits {
    private RateLimits() {}

    /**
     * @param now to turn a date into a wait
     * @return the wait; empty when the answer asks for none or says nothing that can be read
     */
    public static Optional<Duration> wait(Reply reply, Instant now) {
        throw new UnsupportedOperationException();
    }
}
