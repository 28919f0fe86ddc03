package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Paces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Nodes that share a pace through a database that answers when it likes. Judged in virtual time. */
class SlowDatabaseTest {
    private static final int NODES = 4;
    private static final int CALLS = 60;

    private final ManyClocks time = new ManyClocks();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Long> departures = new ArrayList<>();
    private long nextSlot;

    @Property(tries = 40)
    void noSecondHasMoreCallsThanTheRateHoweverSlowTheDatabaseIs(
            @ForAll @IntRange(min = 1, max = 60) int rate, @ForAll Random random) throws InterruptedException {
        run(rate, latency -> oftenQuickSometimesEndless(random));

        assertNoSecondHasMoreThan(rate);
    }

    @Test
    void nearlyAllOfTheRateIsUsedWhereTheDatabaseIsWell() throws InterruptedException {
        Random random = new Random(1);
        int rate = 5;

        run(rate, latency -> millis(1 + random.nextInt(6)));

        assertNoSecondHasMoreThan(rate);
        assertThat(achieved()).isGreaterThanOrEqualTo(0.95 * rate);
    }

    @Test
    void aDatabaseThatIsSlowForEverCostsAThirdOfTheRateAtMost() throws InterruptedException {
        int rate = 5;

        run(rate, latency -> millis(60));

        assertNoSecondHasMoreThan(rate);
        assertThat(achieved()).isGreaterThanOrEqualTo(0.6 * rate);
    }

    /** Half of the answers take some milliseconds, the others up to 800. */
    private static long oftenQuickSometimesEndless(Random random) {
        return random.nextBoolean() ? millis(random.nextInt(10)) : millis(random.nextInt(800));
    }

    private static long millis(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private void run(double rate, ToLongFunction<ManyClocks> latency) throws InterruptedException {
        departures.clear();
        time.run(IntStream.range(0, NODES)
                .mapToObj(node -> (Runnable) () -> send(slots(rate, latency), latency))
                .toList());
        Collections.sort(departures);
    }

    private Slots slots(double rate, ToLongFunction<ManyClocks> latency) {
        return new Slots(
                new SharedPace(new Database(latency), "any", rate, time), time, closing, new Backoff(new Random(1)));
    }

    /** As a lane does: a slot, a claim, a moment until the connection stands, the first byte. */
    private void send(Slots slots, ToLongFunction<ManyClocks> latency) {
        try {
            for (int sent = 0; sent < CALLS; ) {
                slots.take();
                long taken = time.nanos();
                time.sleep(latency.applyAsLong(time));
                slots.prepared(Duration.ofNanos(time.nanos() - taken));
                if (slots.depart()) {
                    synchronized (departures) {
                        departures.add(time.nanos());
                    }
                    sent++;
                }
            }
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }

    private void assertNoSecondHasMoreThan(int rate) {
        assertThat(departures).hasSize(NODES * CALLS);
        for (int i = rate; i < departures.size(); i++) {
            assertThat(departures.get(i) - departures.get(i - rate))
                    .as("from call %d to call %d at %d/s", i - rate, i, rate)
                    .isGreaterThanOrEqualTo(Pacing.SECOND);
        }
    }

    private double achieved() {
        long passed = departures.get(departures.size() - 1) - departures.get(0);
        return (departures.size() - 1) / (passed / 1e9);
    }

    /** One row of the ledger, behind a network: what it does it does at one moment between question and answer. */
    private final class Database implements Turns {
        private final ToLongFunction<ManyClocks> latency;

        Database(ToLongFunction<ManyClocks> latency) {
            this.latency = latency;
        }

        @Override
        public Paces.Grant take(Duration apart, int slots) {
            time.sleep(latency.applyAsLong(time));
            long now = time.nanos();
            long first = Math.max(now, nextSlot);
            nextSlot = first + apart.toNanos() * slots;
            time.sleep(latency.applyAsLong(time));
            return new Paces.Grant(Duration.ofNanos(first - now), Duration.ZERO);
        }

        @Override
        public void hold(Duration wait) {}

        @Override
        public Duration held() {
            time.sleep(latency.applyAsLong(time));
            return Duration.ZERO;
        }
    }
}
