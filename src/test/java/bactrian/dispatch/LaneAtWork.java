package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Connections;
import bactrian.provider.Providers;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A lane over a real ledger, and a provider that answers as it is told, in a time that passes by itself. */
abstract class LaneAtWork {

    static final Attempt OK = answer(200, "ok");
    static final Attempt THERE = answer(200, "");
    static final Attempt RESET = new Lost(Loss.BROKEN, "Connection reset.");
    static final Attempt TIMEOUT = new Lost(Loss.TIMEOUT, "No answer in time.");
    static final Duration LEASE = Duration.ofSeconds(30);
    final VirtualTime time = new VirtualTime();
    final Ledger ledger;
    final List<Request> sent = new ArrayList<>();
    Lease lease;
    Lanes lanes;
    int jobs;
    int probes;

    LaneAtWork(@TempDir Path folder) {
        ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), time);
        lease = Lease.join(ledger.nodes(), time, "test", LEASE);
        lanes = lanesOf(lease);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    PlannedJob job(String operation, int... sizes) {
        jobs++;
        return PlannedJob.running(ledger, FakeProvider.change("fake", operation), sizes);
    }

    Lanes lanes() {
        lease = Lease.join(ledger.nodes(), time, "test", LEASE);
        return lanesOf(lease);
    }

    Lanes lanesOf(Lease lease) {
        return lanes(Connections.of(List.of(FakeProvider.connection().connection())));
    }

    Lanes lanes(Connections connections) {
        return new Lanes(connections, new Providers(List.of(new FakeProvider())), ledger, lease, time, new Random(1));
    }

    Lane lane() {
        return lanes.of("fake").orElseThrow();
    }

    void run(PlannedJob job, Attempt... script) throws InterruptedException {
        run(job, List.of(script));
    }

    void run(PlannedJob job, List<Attempt> script) throws InterruptedException {
        Deque<Attempt> left = new ArrayDeque<>(script);
        while (job.job().tally().settled() < job.job().tally().total()) {
            work(request -> left.removeFirst());
        }
    }

    /** Whether the lane's worker should get up. */
    boolean isDue() {
        return lanes.due(lane -> true).contains(lane());
    }

    void work(Provides provider) throws InterruptedException {
        var errand = lane().next();
        while (errand.isEmpty() && ledger.jobs().settled().size() < jobs) {
            time.pass(Duration.ofMillis(500));
            errand = isDue() ? lane().next() : errand;
        }
        if (errand.isEmpty()) {
            return;
        }
        Request request = errand.get().request();
        if (request.path().equals(FakeProvider.PROBE)) {
            probes++;
            errand.get().settle(THERE).await();
            return;
        }
        sent.add(request);
        errand.get().settle(provider.answer(request)).await();
    }

    interface Provides {
        Attempt answer(Request request);
    }

    static Attempt answer(int status, String body) {
        return new Answered(new Reply(status, Map.of(), body));
    }

    static Attempt limited(int seconds) {
        return new Answered(new Reply(429, Map.of("Retry-After", List.of(String.valueOf(seconds))), ""));
    }
}
