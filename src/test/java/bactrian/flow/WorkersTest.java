package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.FakeProvider;
import bactrian.dispatch.Lane;
import bactrian.dispatch.Lanes;
import bactrian.dispatch.Lease;
import bactrian.dispatch.Timekeeper;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import bactrian.operation.Connections;
import bactrian.provider.Providers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkersTest {
    private static final int MOST = 3;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Lanes lanes;
    private final AtomicInteger gotUp = new AtomicInteger();
    private final Semaphore mayGoHome = new Semaphore(0);
    private final Workers workers = new Workers(lane -> {
        gotUp.incrementAndGet();
        mayGoHome.acquireUninterruptibly();
    });

    WorkersTest(@TempDir Path folder) {
        Timekeeper time = Timekeeper.of(InstantSource.system());
        ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), time);
        lanes = new Lanes(
                Connections.of(List.of(connection("one"), connection("other"))),
                new Providers(List.of(new FakeProvider())),
                ledger,
                Lease.join(ledger.nodes(), time, "test", LONG),
                time,
                new Random(1));
    }

    @AfterEach
    void close() {
        mayGoHome.release(100);
        workers.close();
        ledger.close();
    }

    @Test
    void noMoreAreAtWorkThanALaneMayHave() throws InterruptedException {
        workers.wake(lane("one"));
        workers.wake(lane("one"));
        RunningGateway.until(() -> gotUp.get() >= MOST);

        assertThat(workers.isAnybodyFree(lane("one"))).isFalse();
        assertThat(workers.isAnybodyFree(lane("other"))).isTrue();
        workers.wake(lane("other"));
        RunningGateway.until(() -> gotUp.get() >= 2 * MOST);
        assertThat(gotUp).hasValue(2 * MOST);
    }

    @Test
    void whoHasComeBackGetsUpAgain() throws InterruptedException {
        workers.wake(lane("one"));
        mayGoHome.release(1);
        RunningGateway.until(() -> workers.isAnybodyFree(lane("one")));

        workers.wake(lane("one"));

        RunningGateway.until(() -> gotUp.get() > MOST);
        assertThat(workers.isAnybodyFree(lane("one"))).isFalse();
    }

    @Test
    void nobodyGetsUpOnceDismissed() {
        workers.dismiss(LONG);

        workers.wake(lane("one"));

        assertThat(gotUp).hasValue(0);
        assertThat(workers.isAnybodyFree(lane("one"))).isTrue();
    }

    @Test
    void whoIsAtWorkIsWaitedForButNotForLong() throws InterruptedException {
        workers.wake(lane("one"));
        RunningGateway.until(() -> gotUp.get() >= MOST);

        workers.dismiss(Duration.ofMillis(1));

        assertThat(workers.isAnybodyFree(lane("one"))).isFalse();
        mayGoHome.release(MOST);
        workers.dismiss(LONG);
        assertThat(workers.isAnybodyFree(lane("one"))).isTrue();
    }

    private static Connection connection(String name) {
        return ConnectionDraft.to("fake", URI.create("http://localhost"))
                .named(name)
                .workers(MOST)
                .connection();
    }

    private Lane lane(String name) {
        return lanes.of(name).orElseThrow();
    }
}
