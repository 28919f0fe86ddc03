package bactrian.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.NumberItem;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

/**
 * What an answer says is left of one limit.
 *
 * @param remaining requests that are left; empty where the answer does not say
 * @param reset time until there are more
 */
record Allowance(Optional<BigDecimal> remaining, Duration reset) {

    boolean isUsedUp() {
        return remaining.filter(left -> left.signum() == 0).isPresent();
    }

    /** Whether the answer speaks of any limit; cheap. */
    static boolean isSpokenOf(Reply reply) {
        return reply.hasHeaderLike("RateLimit") || reply.hasHeaderLike("X-Rate");
    }

    /** All that the answer speaks of with a reset. */
    static List<Allowance> all(Reply reply, Instant now) {
        List<Allowance> all = new ArrayList<>(structured(reply, now));
        for (String prefix : List.of("RateLimit", "X-RateLimit", "X-Rate-Limit")) {
            of(number(reply, prefix + "-Remaining"), number(reply, prefix + "-Reset"), now)
                    .ifPresent(all::add);
        }
        return all;
    }

    /**
     * Limits by the second and by the minute, which come without a reset. Their windows follow the clock: one that is
     * used up lasts until the clock's next second or minute, and no longer than a whole one after a refusal.
     */
    static Optional<Duration> ofSecondAndMinute(Reply reply, Instant now, boolean refused) {
        return Stream.of(Map.entry("Minute", 60_000L), Map.entry("Second", 1_000L))
                .filter(window -> number(reply, "X-RateLimit-Remaining-" + window.getKey())
                        .filter(remaining -> remaining.signum() == 0)
                        .isPresent())
                .map(window -> {
                    long length = window.getValue();
                    return Duration.ofMillis(refused ? length : length - Math.floorMod(now.toEpochMilli(), length));
                })
                .findFirst();
    }

    /** {@code "default";r=0;t=5} and the older {@code limit=100, remaining=0, reset=5}; several of either. */
    private static List<Allowance> structured(Reply reply, Instant now) {
        List<String> lines = reply.headers("RateLimit");
        if (lines.isEmpty()) {
            return List.of();
        }
        try {
            Dictionary older = new Parser(lines).parseDictionary();
            return Stream.concat(
                            of(number(older.get(), "remaining"), number(older.get(), "reset"), now).stream(),
                            older.get().values().stream().flatMap(policy -> policy(policy, now)))
                    .toList();
        } catch (ParseException noDictionary) {
            return policies(lines, now);
        }
    }

    private static List<Allowance> policies(List<String> lines, Instant now) {
        try {
            return new Parser(lines)
                    .parseList().get().stream()
                            .flatMap(policy -> policy(policy, now))
                            .toList();
        } catch (ParseException malformed) {
            return List.of();
        }
    }

    private static Stream<Allowance> policy(ListElement<?> policy, Instant now) {
        return of(number(policy.getParams(), "r"), number(policy.getParams(), "t"), now).stream();
    }

    private static Optional<Allowance> of(Optional<BigDecimal> remaining, Optional<BigDecimal> reset, Instant now) {
        return reset.map(seconds -> new Allowance(remaining, RetryAfter.wait(seconds, now)));
    }

    private static Optional<BigDecimal> number(Map<String, ? extends ListElement<?>> members, String name) {
        return Optional.ofNullable(members.get(name))
                .filter(NumberItem.class::isInstance)
                .flatMap(item -> RetryAfter.seconds(item.get().toString()));
    }

    private static Optional<BigDecimal> number(Reply reply, String header) {
        return reply.header(header).flatMap(RetryAfter::seconds);
    }
}
