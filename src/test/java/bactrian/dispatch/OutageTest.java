package bactrian.dispatch;

import static bactrian.dispatch.OneLane.OK;
import static bactrian.dispatch.OneLane.answer;
import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Attempt.NeverSent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that goes away in the middle of a job and comes back, or does not. */
class OutageTest {
    private static final Attempt NO_CONNECTION = new NeverSent("Connection refused.");
    private static final Attempt NO_CREDENTIALS = answer(401, "");
    private static final int EDITS = 16;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final OneLane lane;

    OutageTest(@TempDir Path folder) {
        lane = new OneLane(folder, 10, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        lane.close();
    }

    /** How it is away; how many calls that are not safe to repeat that costs, all of them in flight when it began. */
    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("refuses connections", NO_CONNECTION, 0),
                Arguments.of("accepts no credentials", NO_CREDENTIALS, 0),
                Arguments.of("answers 502 with a page", answer(502, "<html>Bad gateway</html>"), 1),
                Arguments.of("answers 503", answer(503, ""), 1),
                Arguments.of("answers 504", answer(504, ""), 1),
                Arguments.of("breaks connections", new Lost(Loss.BROKEN, "Connection reset."), 1),
                Arguments.of("never answers", new Lost(Loss.TIMEOUT, "No answer in time."), 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void noEditThatIsSafeToRepeatFailsForIt(String how, Attempt away, int inFlight) throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.SET, EDITS);
        lane.awayFor(TEN_MINUTES, away);

        lane.finish(job);

        assertThat(job.outcomes()).as(how).containsOnly("succeeded ok").hasSize(EDITS);
        assertThat(lane.calls).as("%s: calls", how).hasSizeBetween(EDITS, EDITS + 4);
        assertThat(lane.probes).as("%s: probes", how).hasSizeBetween(15, 40);
        assertThat(job.job().calls() + job.job().retries())
                .isEqualTo(lane.calls.size() - (away == NO_CONNECTION ? 1 : 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void ofWhatIsNotSafeToRepeatOnlyWhatWasInFlightIsLost(String how, Attempt away, int inFlight)
            throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.awayFor(TEN_MINUTES, away);

        lane.finish(job);

        assertThat(Collections.frequency(job.outcomes(), "unknown outcome-unknown"))
                .as(how)
                .isEqualTo(inFlight);
        assertThat(Collections.frequency(job.outcomes(), "succeeded ok"))
                .as(how)
                .isEqualTo(EDITS - inFlight);
    }

    @Test
    void aProbeThatFindsTheProviderThereCostsNoWait() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, 3);
        lane.provider = request -> lane.calls.size() == 1 && lane.probes.isEmpty() ? answer(503, "") : OK;

        lane.finish(job);

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown", "succeeded ok", "succeeded ok");
        assertThat(lane.probes).hasSize(1);
        assertThat(lane.time.passed()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aPageInsteadOfAnAnswerDoesNotMeanThatItIsBack() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.provider = request -> switch (phase()) {
            case 0 -> OK;
            case 1 -> NO_CONNECTION;
            case 2 -> answer(200, "<html>We are improving our service.</html>");
            default -> OK;
        };

        lane.finish(job);

        assertThat(job.outcomes()).containsOnly("succeeded ok");
    }

    @Test
    void aProviderThatStaysAwayIsGivenUp() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.awayFor(Duration.ofDays(9), NO_CONNECTION);

        lane.finish(job);

        assertThat(job.outcomes())
                .contains("succeeded ok", "failed unavailable")
                .doesNotContain("unknown");
        assertThat(job.job().calls())
                .as("calls that were sent")
                .isEqualTo(Collections.frequency(job.outcomes(), "succeeded ok"));
        assertThat(job.job().retries()).isZero();
        assertThat(lane.time.passed()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(62));
    }

    @Test
    void whatComesAfterAllWasGivenUpGetsTheWholeTime() throws InterruptedException {
        lane.awayFor(Duration.ofMinutes(90).minus(OneLane.OUTAGE), NO_CONNECTION);
        PlannedJob first = lane.job(FakeProvider.POKE, EDITS);
        lane.finish(first);
        lane.workFor(Duration.ofMinutes(5));

        PlannedJob second = lane.job(FakeProvider.POKE, 3);
        lane.finish(second);

        assertThat(first.outcomes()).contains("failed unavailable");
        assertThat(second.outcomes()).containsOnly("succeeded ok");
    }

    @Test
    void whatComesLongAfterAnOutageThatNobodyWaitedForIsSent() throws InterruptedException {
        lane.awayFor(TEN_MINUTES, NO_CONNECTION);
        PlannedJob first = lane.job(FakeProvider.POKE, EDITS);
        lane.workFor(Duration.ofMinutes(1));
        lane.ledger.jobs().cancel(first.id(), "somebody");
        lane.workFor(Duration.ofHours(3));

        PlannedJob second = lane.job(FakeProvider.POKE, 3);
        lane.finish(second);

        assertThat(first.outcomes()).contains("failed cancelled");
        assertThat(second.outcomes()).containsOnly("succeeded ok");
    }

    @Test
    void anOutageNearlyAsLongAsPatienceLeavesNoCallOnItsLastChance() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.provider = request -> {
            Duration now = lane.time.passed();
            boolean longOutage = now.compareTo(OneLane.OUTAGE) >= 0 && now.compareTo(Duration.ofMinutes(59)) < 0;
            boolean probe = request.path().equals(FakeProvider.PROBE);
            // Well for a probe, then away again, until patience would be over if the long outage counted.
            boolean shortOutage = !probe && now.compareTo(Duration.ofMinutes(61)) < 0;
            return now.compareTo(OneLane.OUTAGE) >= 0 && (longOutage || shortOutage) ? NO_CONNECTION : OK;
        };

        lane.finish(job);

        assertThat(job.outcomes()).containsOnly("succeeded ok");
    }

    @Test
    void aResumeGivesEveryCallTheWholeTime() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.provider = request -> {
            Duration now = lane.time.passed();
            boolean probe = request.path().equals(FakeProvider.PROBE);
            Duration ends = Duration.ofMinutes(probe ? 50 : 70);
            return now.compareTo(OneLane.OUTAGE) >= 0 && now.compareTo(ends) < 0 ? NO_CREDENTIALS : OK;
        };
        lane.workFor(Duration.ofMinutes(50).minus(Duration.ofSeconds(5)));

        lane.ledger.lanes().resume("fake");
        lane.finish(job);

        assertThat(job.outcomes()).containsOnly("succeeded ok");
    }

    @Test
    void whatAloneIsRefusedWhileAllElseIsWellIsGivenUpInItsTime() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, 1);
        lane.provider = request -> request.path().equals(FakeProvider.PROBE) ? OK : NO_CREDENTIALS;

        lane.finish(job);

        assertThat(job.outcomes()).containsExactly("failed unauthorized");
        assertThat(lane.time.passed()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(62));
        assertThat(lane.calls).as("tried with the pauses of an outage").hasSizeBetween(60, 200);
    }

    @Test
    void whatIsFollowedIsNotAskedAboutMeanwhileAndGoesOnLater() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, 1);
        lane.provider = request -> lane.time.passed().compareTo(OneLane.OUTAGE) < 0
                ? answer(201, "following")
                : lane.time.passed().compareTo(Duration.ofMinutes(4)) < 0 ? NO_CONNECTION : OK;

        lane.finish(job);

        assertThat(job.outcomes()).containsExactly("succeeded ok");
        assertThat(lane.calls).hasSizeLessThan(6);
    }

    /** 0 before, 1 and 2 the minutes of the outage, 3 after it. */
    private int phase() {
        Duration now = lane.time.passed();
        return now.compareTo(OneLane.OUTAGE) < 0
                ? 0
                : (int) Math.min(3, 1 + now.minus(OneLane.OUTAGE).toMinutes());
    }
}
