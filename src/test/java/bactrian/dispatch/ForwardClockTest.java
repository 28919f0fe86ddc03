package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A clock beside one that is set back and forth. */
class ForwardClockTest {
    private static final Instant START = Instant.parse("2026-10-25T00:59:59Z");

    private Instant wall = START;
    private long nanos = Long.MAX_VALUE - 1_000_000_000L; // may turn over
    private final ForwardClock clock = new ForwardClock(() -> wall, () -> nanos);

    @Test
    void whileNobodySetsTheClockItShowsTheSame() {
        pass(Duration.ofHours(5));

        assertThat(clock.instant()).isEqualTo(wall).isEqualTo(START.plus(Duration.ofHours(5)));
    }

    @Test
    void aClockThatIsSetBackIsWaitedForWithoutStandingStill() {
        wall = wall.minus(Duration.ofHours(1));

        pass(Duration.ofSeconds(10));
        Instant soon = clock.instant();
        pass(Duration.ofHours(9));
        Instant before = clock.instant();
        pass(Duration.ofHours(2));

        assertThat(soon).isEqualTo(START.plusSeconds(9));
        assertThat(before).isAfter(wall.minus(Duration.ofHours(2)));
        assertThat(clock.instant()).isEqualTo(wall);
    }

    @Test
    void aClockThatIsSetForwardIsFollowed() {
        wall = wall.plus(Duration.ofDays(1));

        assertThat(clock.instant()).isEqualTo(wall);
    }

    @Test
    void whateverIsDoneToTheClockTimeGoesForwardAndNotTooSlowly() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Instant before = clock.instant();
            if (random.nextInt(10) == 0) {
                wall = wall.plusSeconds(random.nextInt(20_000) - 10_000);
            }
            Duration passed = Duration.ofMillis(random.nextInt(100_000));
            pass(passed);

            assertThat(clock.instant())
                    .isAfterOrEqualTo(before.plus(passed.multipliedBy(9).dividedBy(10)));
        }
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }
}
