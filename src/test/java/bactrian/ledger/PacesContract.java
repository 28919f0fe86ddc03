package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two nodes at one pace, for every kind of ledger. Slots are hours apart, so that no machine is too slow for it. */
abstract class PacesContract extends LedgerContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration A_WHILE = Duration.ofMinutes(20);

    @Test
    void nodesTakeTurns() {
        try (Ledger other = open(clock)) {
            assertAbout(ledger.paces().take(LANE, HOUR, 1).first(), Duration.ZERO);
            assertAbout(other.paces().take(LANE, HOUR, 2).first(), HOUR);
            assertAbout(ledger.paces().take(LANE, HOUR, 1).first(), HOUR.multipliedBy(3));
            assertAbout(other.paces().take("close", HOUR, 1).first(), Duration.ZERO);
        }
    }

    @Test
    void momentsThatOnlyAClockThatWasSetBackCanMeanAreNotWaitedFor() {
        ledger.paces().take(LANE, HOUR, 900);
        assertAbout(ledger.paces().take(LANE, HOUR, 1).first(), HOUR.multipliedBy(900));

        ledger.paces().take(LANE, HOUR, 200);

        assertAbout(ledger.paces().take(LANE, HOUR, 1).first(), Duration.ZERO);
    }

    @Test
    void aHoldIsForAllAndTheLongestOneCounts() {
        try (Ledger other = open(clock)) {
            assertThat(other.paces().held(LANE)).isZero();
            ledger.paces().hold(LANE, HOUR.multipliedBy(2));

            other.paces().hold(LANE, HOUR);

            assertAbout(other.paces().held(LANE), HOUR.multipliedBy(2));
            assertAbout(other.paces().take(LANE, HOUR, 1).held(), HOUR.multipliedBy(2));
            assertThat(other.paces().take("close", HOUR, 1).held()).isNegative();
        }
    }

    private static void assertAbout(Duration found, Duration expected) {
        assertThat(found).isBetween(expected.minus(A_WHILE), expected.plus(A_WHILE));
    }
}
