package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.ledger.LaneState;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.provider.Providers;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** A lane to the {@link FakeProvider} over a real ledger, worked by one worker in a time that passes by itself. */
final class OneLane implements AutoCloseable {
    static final Attempt OK = answer(200, "ok");

    /** When an outage begins, from the start. */
    static final Duration OUTAGE = Duration.ofSeconds(1);

    private static final Attempt THERE = answer(200, "");
    private static final Duration LOOK = Duration.ofMillis(500);

    final VirtualTime time = new VirtualTime();
    final Ledger ledger;
    final List<Request> calls = new ArrayList<>();
    final List<Duration> probes = new ArrayList<>();
    /** What the provider answers to anything, probes included, at the time it is asked. */
    Function<Request, Attempt> provider = request -> OK;

    private final double rate;
    private final Duration giveUpAfter;
    private Lanes lanes;

    OneLane(Path folder, double rate, Duration giveUpAfter) {
        this.rate = rate;
        this.giveUpAfter = giveUpAfter;
        this.ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), time);
        this.lanes = begun();
    }

    /** A job of so many calls with one edit each. */
    PlannedJob job(String operation, int calls) {
        int[] sizes = new int[calls];
        Arrays.fill(sizes, 1);
        return PlannedJob.running(ledger, FakeProvider.change("fake", operation), sizes);
    }

    /** The process dies, and another one begins. */
    void restart() {
        lanes.close();
        lanes = begun();
        lanes.recover();
    }

    Lane lane() {
        return lanes.of("fake").orElseThrow();
    }

    Lanes lanes() {
        return lanes;
    }

    LaneState recorded() {
        return ledger.lanes().unwell().stream().findFirst().orElseGet(() -> LaneState.well("fake"));
    }

    /** The provider is away for so long. @param away what it answers meanwhile */
    void awayFor(Duration duration, Attempt away) {
        Duration ends = OUTAGE.plus(duration);
        provider =
                request -> time.passed().compareTo(OUTAGE) >= 0 && time.passed().compareTo(ends) < 0 ? away : OK;
    }

    /** Works until all edits of the job are settled. */
    void finish(PlannedJob job) throws InterruptedException {
        Duration latest = time.passed().plus(Duration.ofHours(30));
        while (job.job().tally().settled() < job.job().tally().total()) {
            if (time.passed().compareTo(latest) > 0) {
                throw new AssertionError("It does not end: " + recorded() + " " + job.outcomes());
            }
            step();
        }
    }

    void workFor(Duration duration) throws InterruptedException {
        Duration latest = time.passed().plus(duration);
        while (time.passed().compareTo(latest) < 0) {
            step();
        }
    }

    private void step() throws InterruptedException {
        Optional<Errand> errand = lanes.due(lane -> true).contains(lane()) ? lane().next() : Optional.empty();
        if (errand.isEmpty()) {
            time.pass(LOOK);
            return;
        }
        Request request = errand.get().request();
        boolean probe = request.path().equals(FakeProvider.PROBE);
        if (probe) {
            probes.add(time.passed());
        } else {
            calls.add(request);
        }
        Attempt attempt = provider.apply(request);
        errand.get().settle(probe && attempt == OK ? THERE : attempt).await();
    }

    private Lanes begun() {
        Connection connection = FakeProvider.connection()
                .requestsPerSecond(rate)
                .giveUpAfter(giveUpAfter)
                .connection();
        return new Lanes(
                Connections.of(List.of(connection)),
                new Providers(List.of(new FakeProvider())),
                ledger,
                Lease.join(ledger.nodes(), time, "test", Duration.ofSeconds(30)),
                time,
                new Random(1));
    }

    static Attempt answer(int status, String body) {
        return new Answered(new Reply(status, Map.of(), body));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
