package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.provider.Dialect;
import bactrian.provider.RateLimits;
import bactrian.provider.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Does what answers ask for: nobody sends before the wait is over that one of them was told. */
final class Manners {
    private final Slots slots;
    private final Dialect dialect;
    private final Duration longest;

    /** @param longest what any answer can ask for */
    Manners(Slots slots, Dialect dialect, Duration longest) {
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
        return attempt instanceof Answered answered ? heed(answered.reply(), sentAt, now) : Duration.ZERO;
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
