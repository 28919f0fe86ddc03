package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.provider.Dialect;
import bactrian.provider.RateLimits;
import bactrian.provider.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what answers ask for: nobody sends before the wait is over that one of them was told. */
final class Manners {
    private static final Logger LOG = LoggerFactory.getLogger(Manners.class);

    private final String connection;
    private final Slots slots;
    private final Dialect dialect;
    private final Duration longest;
    private final LongWaits longWaits = new LongWaits();

    /** @param longest what any answer can ask for */
    Manners(String connection, Slots slots, Dialect dialect, Duration longest) {
        this.connection = connection;
        this.slots = slots;
        this.dialect = dialect;
        this.longest = longest;
    }

    /**
     * @param sentAt {@link Timekeeper#nanos} when the request was sent
     * @param now to turn a date into a wait
     * @return the wait asked for; nothing where there is none
     */
    Duration heed(Attempt attempt, long sentAt, Instant now) {
        Duration wait = attempt instanceof Answered answered ? heed(answered.reply(), sentAt, now) : Duration.ZERO;
        longWaits
                .news(wait, now)
                .ifPresent(until -> LOG.warn(
                        "Connection {} sends nothing until {}: its provider asks to wait",
                        connection,
                        until.truncatedTo(ChronoUnit.SECONDS)));
        return wait;
    }

    private Duration heed(Reply reply, long sentAt, Instant now) {
        Optional<Duration> asked = RateLimits.wait(reply, now).map(this::bounded);
        if (reply.status() == RetryRules.TOO_MANY_REQUESTS) {
            return slots.refused(
                    sentAt, asked.or(() -> dialect.retryAfter(reply).map(this::bounded)));
        }
        slots.accepted();
        asked.ifPresent(slots::hold);
        return asked.orElse(Duration.ZERO);
    }

    private Duration bounded(Duration wait) {
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
