package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Limits;
import bactrian.provider.Providers;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls, over a real ledger, in a time that passes by itself. */
class LaneTest {
    private static final Attempt OK = answer(200, "ok");
    private static final Attempt THERE = answer(200, "");
    private static final Attempt RESET = new Lost(Loss.BROKEN, "Connection reset.");
    private static final Attempt TIMEOUT = new Lost(Loss.TIMEOUT, "No answer in time.");

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime();
    private final Ledger ledger;
    private final List<Request> sent = new ArrayList<>();
    private Lease lease;
    private Lanes lanes;
    private int jobs;
    private int probes;

    LaneTest(@TempDir Path folder) {
        ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), time);
        lease = Lease.join(ledger.nodes(), time, "test", LEASE);
        lanes = lanesOf(lease);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void callsAreSentOnceAndSettled() throws InterruptedException {
        PlannedJob job = job(FakeProvider.SET, 2, 1);

        run(job, OK, OK);

        assertThat(job.outcomes()).containsOnly("succeeded ok").hasSize(3);
        assertThat(probes).isZero();
        assertThat(job.job().calls()).isEqualTo(2);
        assertThat(job.job().retries()).isZero();
    }

    @Test
    void aSafeCallIsRepeatedAfterItsAnswerWasLost() throws InterruptedException {
        PlannedJob job = job(FakeProvider.SET, 1);

        run(job, RESET, answer(200, "garbage"), OK);

        assertThat(job.outcomes()).containsExactly("succeeded ok");
        assertThat(job.job().retries()).isEqualTo(2);
    }

    @Test
    void aSafeCallFailsAfterItsLastAttempt() throws InterruptedException {
        PlannedJob job = job(FakeProvider.SET, 1);

        run(job, TIMEOUT, TIMEOUT, TIMEOUT);

        assertThat(job.outcomes()).containsExactly("failed timeout");
        assertThat(job.message(0)).contains("may have been applied; a repeat is safe");
    }

    @Test
    void anUnsafeCallIsNeverRepeatedAfterItsAnswerWasLost() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 2);

        run(job, RESET);

        assertThat(job.outcomes()).containsOnly("unknown outcome-unknown").hasSize(2);
    }

    @Test
    void anUnsafeCallWithAnUnreadableAnswerIsNeverRepeated() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1);

        run(job, answer(200, "garbage"));

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown");
    }

    @Test
    void whatTheProviderCanTellIsAskedBeforeGivingUp() throws InterruptedException {
        PlannedJob job = job(FakeProvider.TRACED, 1);

        run(job, RESET, answer(200, "ok"));

        assertThat(job.outcomes()).containsExactly("succeeded ok");
        assertThat(sent.get(1).path()).startsWith("/search/");
    }

    @Test
    void aCallThatWasNeverTakenIsSentAgain() throws InterruptedException {
        PlannedJob job = job(FakeProvider.TRACED, 1);

        run(job, RESET, answer(200, "never taken"), OK);

        assertThat(job.outcomes()).containsExactly("succeeded ok");
        assertThat(job.job().retries()).isEqualTo(1);
    }

    @Test
    void waitingForARateCostsNoAttempts() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1);

        run(job, limited(20), limited(20), limited(20), limited(20), limited(20), OK);

        assertThat(job.outcomes()).containsExactly("succeeded ok");
        assertThat(time.passed()).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(110));
    }

    @Test
    void aRateLimitThatLastsTooLongFailsTheCall() throws InterruptedException {
        PlannedJob job = job(FakeProvider.SET, 1, 1);

        run(job, Collections.nCopies(100, limited(60)));

        assertThat(job.outcomes()).containsOnly("failed rate-limited");
        assertThat(time.passed()).isLessThan(Duration.ofMinutes(13));
    }

    @Test
    void followedWorkIsAskedAboutUntilItIsDone() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1);

        run(job, answer(201, "following"), answer(200, "following"), RESET, answer(502, ""), OK);

        assertThat(job.outcomes()).containsExactly("succeeded ok");
        assertThat(sent).extracting(Request::method).containsExactly("POST", "GET", "GET", "GET", "GET");
        assertThat(job.job().retries()).isZero();
    }

    @Test
    void workThatIsNeverDoneBecomesUnknownWhereARepeatIsNotSafe() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1);

        run(job, Collections.nCopies(1000, answer(200, "following")));

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown");
        assertThat(time.passed()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void oneCulpritAmongAThousandFailsAloneInFewCalls() throws InterruptedException {
        PlannedJob job = job(FakeProvider.SET, 1000);

        while (job.job().tally().settled() < 1000) {
            work(request -> request.body().orElse("").contains("\"t617\"") ? answer(400, "refused") : OK);
        }

        List<String> outcomes = new ArrayList<>(job.outcomes());
        assertThat(outcomes.remove(617)).isEqualTo("failed rejected");
        assertThat(outcomes).containsOnly("succeeded ok");
        assertThat(sent).hasSizeLessThanOrEqualTo(1 + 2 * 10);
    }

    @Test
    void namedCulpritsAreTakenOutFirst() throws InterruptedException {
        PlannedJob job = job(FakeProvider.SET, 4);

        run(job, answer(422, "refused 1 2"), OK);

        assertThat(job.outcomes())
                .containsExactly("succeeded ok", "failed rejected", "failed rejected", "succeeded ok");
    }

    @Test
    void editsThatBelongTogetherAreNotTakenApart() throws InterruptedException {
        PlannedJob job = job(FakeProvider.PLAN, 4);

        run(job, answer(422, "refused 1"));

        assertThat(job.outcomes()).containsOnly("failed rejected");
    }

    @Test
    void whatProvedNotAppliedGoesOutOnceMore() throws InterruptedException {
        PlannedJob job = job(FakeProvider.SET, 3);

        run(job, answer(200, "partly 1"), OK);

        assertThat(job.outcomes()).containsOnly("succeeded ok");
        assertThat(sent.get(1).body()).contains("[\"t1\"]");
    }

    @Test
    void aConflictCountsAsAnAttempt() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1);

        run(job, answer(409, "again"), answer(409, "again"), answer(409, "again"));

        assertThat(job.outcomes()).containsExactly("failed unavailable");
    }

    @Test
    void callsThatWereBeingSentWhenTheProcessDiedAreTakenCareOf() throws InterruptedException {
        PlannedJob safe = job(FakeProvider.SET, 1);
        PlannedJob unsafe = job(FakeProvider.POKE, 1);
        PlannedJob traced = job(FakeProvider.TRACED, 1);
        for (int died = 0; died < 3; died++) {
            lane().next().orElseThrow();
        }

        lanes = lanes();
        lanes.recover();
        run(traced, OK);
        run(safe, OK);

        assertThat(safe.outcomes()).containsExactly("succeeded ok");
        assertThat(unsafe.outcomes()).containsExactly("unknown outcome-unknown");
        assertThat(traced.outcomes()).containsExactly("succeeded ok");
        assertThat(sent).hasSize(2);
    }

    @Test
    void aNodeThatSleptSendsNothingUntilItsLeaseIsRenewed() throws InterruptedException {
        lease = Lease.among(ledger.nodes(), time, "sleeper", LEASE);
        lanes = lanesOf(lease);
        PlannedJob job = job(FakeProvider.POKE, 1);
        Errand errand = lane().next().orElseThrow();
        assertThat(lane().maySend()).isTrue();
        time.pass(LEASE);
        assertThat(lane().maySend()).isFalse();
        assertThat(lane().due()).isFalse();
        assertThat(lane().next()).isEmpty();

        errand.abandon();
        lease.renew();
        run(job, OK);

        assertThat(job.outcomes()).containsExactly("succeeded ok");
    }

    @Test
    void anAnswerThatComesAfterAnotherNodeTookOverIsDropped() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1);
        Errand late = lane().next().orElseThrow();
        lanes = lanes();
        lanes.recover();

        late.settle(OK).await();

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown");
    }

    @Test
    void nothingIsTakenOnceTheLanesClose() throws InterruptedException {
        job(FakeProvider.SET, 1);

        lanes.close();

        assertThat(lane().next()).isEmpty();
    }

    @Test
    void aDefectBeforeSendingFailsTheCallAlone() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1, 1);

        lane().next().orElseThrow().fault(Errand.Fault.BEFORE_SENDING, new IllegalStateException("odd"));
        run(job, OK);

        assertThat(job.outcomes()).containsExactly("failed internal", "succeeded ok");
    }

    @Test
    void aCancelledJobEndsAlthoughItsConnectionWasRemovedWhileACallWasBeingSent() throws InterruptedException {
        PlannedJob safe = job(FakeProvider.SET, 1, 1);
        PlannedJob unsafe = job(FakeProvider.POKE, 1);
        lane().next();
        ledger.jobs().pause(safe.id(), "somebody");
        lane().next();
        ledger.jobs().resume(safe.id(), "somebody");
        lease = Lease.join(ledger.nodes(), time, "test", LEASE);
        Lanes without = lanes(Connections.of(List.of()));
        without.recover();
        without.endAbandoned();
        List<String> before = unsafe.outcomes();

        ledger.jobs().cancel(safe.id(), "somebody");
        ledger.jobs().cancel(unsafe.id(), "somebody");
        without.endAbandoned();

        assertThat(before).containsExactly("-");
        assertThat(safe.outcomes()).containsOnly("failed cancelled").hasSize(2);
        assertThat(safe.message(0)).contains("no longer configured").contains("may have been applied");
        assertThat(unsafe.outcomes()).containsExactly("unknown outcome-unknown");
        assertThat(ledger.jobs().settled()).hasSize(2);
    }

    private PlannedJob job(String operation, int... sizes) {
        jobs++;
        return PlannedJob.running(ledger, FakeProvider.change("fake", operation), sizes);
    }

    private Lanes lanes() {
        lease = Lease.join(ledger.nodes(), time, "test", LEASE);
        return lanesOf(lease);
    }

    private Lanes lanesOf(Lease lease) {
        Limits limits = new Limits(
                10,
                8,
                OptionalInt.empty(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                3,
                Duration.ofMinutes(10),
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                64,
                Duration.ofSeconds(30));
        Connection connection =
                new Connection("fake", "fake", URI.create("http://localhost"), Map.of(), Map.of(), limits);
        return lanes(Connections.of(List.of(connection)));
    }

    private Lanes lanes(Connections connections) {
        return new Lanes(connections, new Providers(List.of(new FakeProvider())), ledger, lease, time, new Random(1));
    }

    private Lane lane() {
        return lanes.of("fake").orElseThrow();
    }

    private void run(PlannedJob job, Attempt... script) throws InterruptedException {
        run(job, List.of(script));
    }

    private void run(PlannedJob job, List<Attempt> script) throws InterruptedException {
        Deque<Attempt> left = new ArrayDeque<>(script);
        while (job.job().tally().settled() < job.job().tally().total()) {
            work(request -> left.removeFirst());
        }
    }

    private void work(Provides provider) throws InterruptedException {
        var errand = lane().next();
        while (errand.isEmpty() && ledger.jobs().settled().size() < jobs) {
            time.pass(Duration.ofMillis(500));
            errand = lane().due() ? lane().next() : errand;
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

    private interface Provides {
        Attempt answer(Request request);
    }

    private static Attempt answer(int status, String body) {
        return new Answered(new Reply(status, Map.of(), body));
    }

    private static Attempt limited(int seconds) {
        return new Answered(new Reply(429, Map.of("Retry-After", List.of(String.valueOf(seconds))), ""));
    }
}
