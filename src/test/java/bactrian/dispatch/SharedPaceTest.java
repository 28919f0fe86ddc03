package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes at one connection. Slots are an hour apart, so that no machine is too slow for it. */
class SharedPaceTest {
    private static final double HOURLY = 1.0 / 3600;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration A_WHILE = Duration.ofMinutes(20);

    private final VirtualTime time = new VirtualTime();
    private final Ledger ledger;
    private final SharedPace one;
    private final SharedPace other;

    SharedPaceTest(@TempDir Path folder) {
        ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), time);
        one = pace(HOURLY);
        other = pace(HOURLY);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private SharedPace pace(double rate) {
        return new SharedPace(Turns.of(ledger.paces(), "fake"), "fake", rate, time);
    }

    @Test
    void noSlotIsGivenTwice() {
        assertAbout(one.next(), Duration.ZERO);
        assertAbout(other.next(), HOUR);
        assertAbout(one.next(), HOUR.multipliedBy(2));
    }

    @Test
    void aWaitThatOneIsAskedForHoldsTheOtherToo() {
        other.next();

        one.hold(HOUR);

        assertAbout(one.held(), HOUR);
        time.pass(Duration.ofSeconds(1));
        other.listen();
        assertAbout(other.held(), HOUR);
    }

    @Test
    void slotsThatWereTakenAheadAndMissedAreNotMadeUpFor() {
        SharedPace fast = pace(100);
        fast.next();

        time.pass(HOUR);

        long first = fast.next();
        assertThat(fast.next() - first)
                .isGreaterThanOrEqualTo(Duration.ofMillis(10).toNanos());
    }

    private static void assertAbout(long nanos, Duration expected) {
        assertThat(Duration.ofNanos(nanos)).isBetween(expected.minus(A_WHILE), expected.plus(A_WHILE));
    }
}
