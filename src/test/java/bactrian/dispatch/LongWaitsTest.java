package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LongWaitsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final LongWaits waits = new LongWaits();

    @Test
    void aLongWaitIsToldOnceAndShortOnesNever() {
        assertThat(waits.news(Duration.ofMinutes(1), NOW)).isEmpty();
        assertThat(waits.news(HOUR, NOW)).contains(NOW.plus(HOUR));
        assertThat(waits.news(HOUR, NOW.plusSeconds(1))).isEmpty();
        assertThat(waits.news(Duration.ofMinutes(30), NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void aLongerWaitAndTheNextOneAreNews() {
        waits.news(HOUR, NOW);

        assertThat(waits.news(HOUR.multipliedBy(2), NOW.plusSeconds(9))).isPresent();
        assertThat(waits.news(HOUR, NOW.plus(HOUR.multipliedBy(2)))).isPresent();
    }
}
