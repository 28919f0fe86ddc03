package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private static final Instant START = Instant.parse("2026-11-22T02:20:55Z");
    private static final Predicate<String> ANYBODY = name -> true;
    private static final Predicate<String> NOBODY = name -> false;

    private final Map<String, Instant> due = new HashMap<>();
    private int looks;
    private final Lookout lookout = new Lookout(() -> {
        looks++;
        return Map.copyOf(due);
    });

    @Test
    void anIdleLedgerIsAskedOnceASecond() {
        assertThat(looksIn(Duration.ofSeconds(60), ANYBODY)).isEqualTo(60);
    }

    @Test
    void whatIsNewIsLookedForAtOnce() {
        lookout.look(START);
        assertThat(lookout.isTime(START, NOBODY)).isFalse();

        lookout.wake();

        assertThat(lookout.isTime(START, NOBODY)).isTrue();
        lookout.look(START);
        assertThat(lookout.isTime(START, NOBODY)).isFalse();
    }

    @Test
    void whatWaitsIsLookedForWhenItBecomesDue() {
        due.put("awork", START.plusMillis(300));

        lookout.look(START);

        assertThat(lookout.isTime(START.plusMillis(299), ANYBODY)).isFalse();
        assertThat(lookout.isTime(START.plusMillis(300), ANYBODY)).isTrue();
    }

    @Test
    void whatIsDueForThoseWhoAreAllAtWorkIsNoReasonToLook() {
        due.put("awork", START);
        due.put("close", START.plusMillis(500));

        lookout.look(START);

        assertThat(lookout.isTime(START, "awork"::equals)).isTrue();
        assertThat(lookout.isTime(START, "close"::equals)).isFalse();
        assertThat(looksIn(Duration.ofSeconds(60), NOBODY)).isEqualTo(60);
    }

    @Test
    void aLedgerThatIsAwayIsLeftAloneForASecond() {
        due.put("awork", START);
        lookout.look(START);
        lookout.wake();

        lookout.rest(START);

        assertThat(lookout.isTime(START.plusMillis(999), ANYBODY)).isFalse();
        assertThat(lookout.isTime(START.plusMillis(1000), ANYBODY)).isTrue();
    }

    private int looksIn(Duration time, Predicate<String> free) {
        int before = looks;
        for (Instant now = START.plusSeconds(1);
                now.isBefore(START.plusSeconds(1).plus(time));
                now = now.plusMillis(50)) {
            if (lookout.isTime(now, free)) {
                lookout.look(now);
            }
        }
        return looks - before;
    }
}
