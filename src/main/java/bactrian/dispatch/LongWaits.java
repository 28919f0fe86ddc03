package bactrian.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which of the waits that a provider asks for somebody should be told of: long ones, each once, however often it is asked. */
final class LongWaits {
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Answers that ask for the same wait come one after the other, and each is rounded for itself. */
    private static final Duration SAME = Duration.ofSeconds(5);

    private Instant told = Instant.MIN;

    /** @return until when nothing is sent, where that is news */
    synchronized Optional<Instant> news(Duration wait, Instant now) {
        Instant until = now.plus(wait);
        if (wait.compareTo(LONG) <= 0 || !until.isAfter(told)) {
            return Optional.empty();
        }
        told = until.plus(SAME);
        return Optional.of(until);
    }
}
