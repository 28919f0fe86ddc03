package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private final VirtualTime time = new VirtualTime();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Slots slots = slots(10);

    @Property(tries = 50)
    void noSecondHasMoreSlotsThanTheRateAndNearlyAllAreUsed(@ForAll @IntRange(min = 1, max = 500) int rate)
            throws InterruptedException {
        Slots paced = slots(rate);

        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            paced.take();
            taken.add(time.nanos());
        }

        for (int i = rate; i < taken.size(); i++) {
            assertThat(taken.get(i) - taken.get(i - rate)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
        double achieved = (taken.size() - 1) / ((taken.get(taken.size() - 1) - taken.get(0)) / 1e9);
        assertThat(achieved).isBetween(0.97 * rate, (double) rate);
    }

    /** Claiming and connecting take a while, and a different one each time. */
    @Property(tries = 50)
    void howeverLateCallsAreNoSecondHasMoreThanTheRate(
            @ForAll @IntRange(min = 1, max = 50) int rate, @ForAll Random late) throws InterruptedException {
        Slots paced = slots(rate);

        List<Long> left = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            paced.take();
            time.pass(Duration.ofMillis(late.nextInt(10) == 0 ? late.nextInt(500) : 0));
            assertThat(paced.depart()).isTrue();
            left.add(time.nanos());
        }

        for (int i = rate; i < left.size(); i++) {
            assertThat(left.get(i) - left.get(i - rate)).isGreaterThanOrEqualTo(Pacing.SECOND);
        }
    }

    @Test
    void whatWaitsForItsDepartureStaysWhenEverybodyIsToldToWait() throws InterruptedException {
        Slots slow = slots(1);
        slow.take();
        assertThat(slow.depart()).isTrue();

        slow.hold(Duration.ofMinutes(1));

        assertThat(slow.depart()).isFalse();
    }

    @Test
    void aWaitHoldsEverybodyBackAndDoesNotEndInABurst() throws InterruptedException {
        slots.take();
        slots.hold(Duration.ofSeconds(3));

        List<Duration> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            slots.take();
            taken.add(time.passed());
        }

        assertThat(taken.get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(3)).isLessThan(Duration.ofMillis(3200));
        assertThat(taken.get(2).minus(taken.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aShorterWaitDoesNotEndALongerOne() throws InterruptedException {
        slots.hold(Duration.ofSeconds(10));
        slots.hold(Duration.ofSeconds(1));

        slots.take();

        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void refusalsOfOneBurstAreOneRefusal() {
        time.pass(Duration.ofSeconds(1));
        long sent = time.nanos();
        slots.refused(sent, Optional.empty());
        time.pass(Duration.ofMillis(1));

        Duration second = slots.refused(sent, Optional.empty());

        assertThat(second).isZero();
    }

    @Test
    void whatTheProviderAsksForIsTheWait() throws InterruptedException {
        slots.refused(time.nanos(), Optional.of(Duration.ofSeconds(7)));

        slots.take();

        assertThat(time.passed()).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7200));
    }

    @Test
    void nobodyGetsASlotWhenTheLaneCloses() throws InterruptedException {
        closing.countDown();

        assertThat(slots.take()).isFalse();
    }

    private Slots slots(double rate) {
        return new Slots(new OwnPace(rate, time), time, closing, new Backoff(new Random(1)));
    }
}
