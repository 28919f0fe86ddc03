package bactrian.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long an answer asks every worker of its connection to wait, by the header forms that providers share: {@code
 * Retry-After} (seconds or a date), {@code RateLimit} (structured, and {@code limit=, remaining=, reset=}), {@code
 * RateLimit-Limit/-Remaining/-Reset}, {@code X-RateLimit-*} and {@code X-Rate-Limit-*}. Numbers too large for a wait are
 * points in time, in seconds or milliseconds since 1970. Anything malformed is ignored.
 */
public final class RateLimits {
    /** Longer waits are cut to this: by then a call is given up anyway, and a wait in error does not last for ever. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private RateLimits() {}

    /**
     * An answer asks to wait when it is a {@code 429}, when it is a {@code 503} with {@code Retry-After}, or when it says
     * that nothing remains of a limit. {@code Retry-After} goes before the rest; of several limits the one with the least
     * left counts, and of several equals the longest wait.
     *
     * @param now to turn a date into a wait
     * @return the wait, above zero and at most {@link #LONGEST}; empty when the answer asks for none or says nothing that
     *     can be read
     */
    public static Optional<Duration> wait(Reply reply, Instant now) {
        boolean refused = reply.status() == TOO_MANY_REQUESTS;
        if (!refused && reply.status() != UNAVAILABLE && !Allowance.isSpokenOf(reply)) {
            return Optional.empty();
        }
        Optional<Duration> said = refused || reply.status() == UNAVAILABLE
                ? reply.header("Retry-After").flatMap(text -> RetryAfter.read(text, now))
                : Optional.empty();
        return said.filter(RateLimits::isWait)
                .or(() -> refused ? scarcest(Allowance.all(reply, now)) : exhausted(Allowance.all(reply, now)))
                .or(() -> Allowance.ofSecondAndMinute(reply, now, refused))
                .filter(RateLimits::isWait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    /** After a refusal some limit is used up, whatever its figures say: the one with the least left. */
    private static Optional<Duration> scarcest(List<Allowance> allowances) {
        TreeMap<BigDecimal, List<Allowance>> byRemaining = allowances.stream()
                .collect(Collectors.groupingBy(
                        allowance -> allowance.remaining().orElse(BigDecimal.ZERO), TreeMap::new, Collectors.toList()));
        return byRemaining.isEmpty()
                ? Optional.empty()
                : longest(byRemaining.firstEntry().getValue());
    }

    private static Optional<Duration> exhausted(List<Allowance> allowances) {
        return longest(allowances.stream().filter(Allowance::isUsedUp).toList());
    }

    private static Optional<Duration> longest(List<Allowance> allowances) {
        return allowances.stream().map(Allowance::reset).max(Comparator.naturalOrder());
    }

    private static boolean isWait(Duration wait) {
        return !wait.isZero() && !wait.isNegative();
    }
}
