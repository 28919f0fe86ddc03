package bactrian.dispatch;

import static bactrian.dispatch.OneLane.answer;
import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.NeverSent;
import bactrian.outcome.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes, now and later, know of an outage, and have a say in. */
class ToldOutageTest {
    private static final Attempt NO_CONNECTION = new NeverSent("Connection refused.");
    private static final Attempt NO_CREDENTIALS = answer(401, "");
    private static final int EDITS = 16;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final OneLane lane;

    ToldOutageTest(@TempDir Path folder) {
        lane = new OneLane(folder, 10, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void givingUpDoesNotBeginAgainWithTheNextProcess() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.awayFor(Duration.ofDays(9), NO_CREDENTIALS);
        lane.workFor(Duration.ofMinutes(40));

        lane.restart();
        lane.finish(job);

        assertThat(job.outcomes()).contains("failed unauthorized");
        assertThat(lane.time.passed()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(62));
    }

    @Test
    void theNextProcessAsksBeforeItGivesUp() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.awayFor(TEN_MINUTES, NO_CONNECTION);
        lane.workFor(Duration.ofMinutes(1));

        lane.time.pass(Duration.ofHours(5));
        lane.restart();
        lane.finish(job);

        assertThat(job.outcomes()).containsOnly("succeeded ok");
    }

    @Test
    void anotherProcessSeesWhyItRestsAndSinceWhen() throws InterruptedException {
        Instant start = lane.time.instant();
        lane.job(FakeProvider.SET, EDITS);
        lane.awayFor(TEN_MINUTES, NO_CREDENTIALS);

        lane.workFor(Duration.ofMinutes(5));

        var trouble = lane.recorded().trouble().orElseThrow();
        assertThat(trouble.code()).isEqualTo(Code.UNAUTHORIZED);
        assertThat(trouble.why()).contains("credentials");
        assertThat(trouble.since())
                .isBetween(
                        start.plus(OneLane.OUTAGE), start.plus(OneLane.OUTAGE).plusMillis(200));
        assertThat(trouble.probes()).isGreaterThan(5);
        assertThat(lane.ledger.lanes().unwell()).containsExactly(lane.recorded());
    }

    @Test
    void nothingIsKeptOfATroubleThatIsOver() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.SET, EDITS);
        lane.awayFor(TEN_MINUTES, NO_CONNECTION);

        lane.finish(job);

        assertThat(lane.ledger.lanes().unwell()).isEmpty();
    }

    @Test
    void aResumeByAnotherProcessIsHeard() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.awayFor(Duration.ofMinutes(2), NO_CREDENTIALS);
        lane.workFor(Duration.ofSeconds(122));
        Duration before = lane.time.passed();

        boolean rested = lane.ledger.lanes().resume("fake");
        lane.workFor(Duration.ofSeconds(2));

        assertThat(rested).isTrue();
        assertThat(lane.probes.get(lane.probes.size() - 1).minus(before)).isLessThan(Duration.ofMillis(1700));
        assertThat(lane.recorded().isWell()).isTrue();
        assertThat(job.job().tally().failed()).isZero();
    }
}
