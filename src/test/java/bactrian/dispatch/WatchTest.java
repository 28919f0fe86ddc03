package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.LaneState;
import bactrian.ledger.LaneState.Trouble;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.ledger.LedgerUnavailable;
import bactrian.ledger.Retention;
import bactrian.operation.Connections;
import bactrian.outcome.Code;
import bactrian.provider.Providers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many lanes of one node, watched together, in a time that passes by itself. */
class WatchTest {
    private static final int LANES = 300;
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Predicate<Lane> FREE = lane -> true;

    private final VirtualTime time = new VirtualTime();
    private final Ledger ledger;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Watch watch;
    private int looks;
    private boolean away;

    WatchTest(@TempDir Path folder) {
        ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), time);
        watch = begun();
    }

    /** A process begins, and finds the ledger as it is. */
    private Watch begun() {
        Lease lease = Lease.join(ledger.nodes(), time, "test", Duration.ofSeconds(30));
        Providers providers = new Providers(List.of(new FakeProvider()));
        Connections connections = Connections.of(IntStream.range(0, LANES)
                .mapToObj(i -> FakeProvider.connection().named(name(i)).connection())
                .toList());
        TreeMap<String, Lane> lanes = new TreeMap<>();
        new Lanes(connections, providers, ledger, lease, time, new Random(1))
                .all()
                .forEach(lane -> lanes.put(lane.connection().name(), lane));
        Lookout lookout = new Lookout(this::look);
        return new Watch(
                lanes, new Node(ledger, lease, time, closing, lookout, new Backoff(new Random(1)), Retention.USUAL));
    }

    private Map<String, Instant> look() {
        looks++;
        if (away) {
            throw new LedgerUnavailable("It is away.");
        }
        return ledger.calls().due();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anIdleLedgerIsAskedOnceASecondHoweverManyLanesThereAre() {
        assertThat(watch.due(FREE)).isEmpty();
        looks = 0;

        watchFor(Duration.ofMinutes(1));

        assertThat(looks).isEqualTo(60);
    }

    @Test
    void lanesThatHaveSomethingToSendAreNamed() {
        job(3);
        job(200);

        assertThat(names(watch.due(FREE))).containsExactly(name(200), name(3));
    }

    @Test
    void aLaneWithNobodyFreeIsLeftAlone() {
        job(3);

        assertThat(watch.due(lane -> !lane.connection().name().equals(name(3)))).isEmpty();
        looks = 0;
        assertThat(names(watch.due(FREE))).containsExactly(name(3));
        assertThat(looks).as("as soon as somebody is").isEqualTo(1);
    }

    @Test
    void aLaneThatRestsIsLeftAloneUntilSomebodyResumesIt() {
        job(7);
        ledger.lanes().record(resting(name(7)));
        watch = begun();

        assertThat(watchFor(Duration.ofSeconds(20))).isEmpty();
        assertThat(looks).isEqualTo(20);
        ledger.lanes().resume(name(7));

        assertThat(watchFor(Duration.ofSeconds(1))).contains(name(7));
    }

    @Test
    void aLedgerThatIsAwayIsAskedOnceASecond() {
        job(3);
        away = true;

        assertThat(watchFor(Duration.ofSeconds(10))).isEmpty();

        assertThat(looks).isEqualTo(10);
        away = false;
        assertThat(watchFor(Duration.ofSeconds(1))).contains(name(3));
    }

    @Test
    void nobodyGetsUpOnceItCloses() {
        job(3);

        closing.countDown();

        assertThat(watch.due(FREE)).isEmpty();
    }

    /** Names of all that were found due meanwhile. */
    private List<String> watchFor(Duration duration) {
        return IntStream.rangeClosed(1, (int) duration.dividedBy(TICK))
                .boxed()
                .flatMap(tick -> {
                    time.pass(TICK);
                    return names(watch.due(FREE)).stream();
                })
                .distinct()
                .toList();
    }

    private void job(int lane) {
        PlannedJob.running(ledger, FakeProvider.change(name(lane), FakeProvider.SET), 1);
    }

    private LaneState resting(String name) {
        Trouble trouble = new Trouble(
                Code.UNAVAILABLE, "It is away.", time.instant(), time.instant().plusSeconds(30), 7);
        return new LaneState(name, Optional.of(trouble), Optional.empty());
    }

    private static List<String> names(List<Lane> lanes) {
        return lanes.stream().map(lane -> lane.connection().name()).toList();
    }

    private static String name(int lane) {
        return "fake-" + lane;
    }
}
