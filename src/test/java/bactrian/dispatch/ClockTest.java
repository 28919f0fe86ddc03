package bactrian.dispatch;

import static bactrian.dispatch.OneLane.OK;
import static bactrian.dispatch.OneLane.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock is set back, and put right again, while a lane is at work. */
class ClockTest {
    private static final Attempt NO_CONNECTION = new Attempt.NeverSent("Connection refused.");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int EDITS = 16;

    private final OneLane lane;

    ClockTest(@TempDir Path folder) {
        lane = new OneLane(folder, 10, HOUR);
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void whatWaitsForItsRepeatDoesNotWaitAnHourMore() throws InterruptedException {
        lane.provider = request -> lane.calls.size() <= 2 ? answer(429, "") : OK;
        PlannedJob job = lane.job(FakeProvider.SET, EDITS);
        lane.workFor(Duration.ofMillis(600));

        lane.time.setBack(HOUR);
        lane.finish(job);

        assertThat(job.outcomes()).containsOnly("succeeded ok").hasSize(EDITS);
        assertThat(lane.time.passed()).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void anOutageIsProbedAllTheSame() throws InterruptedException {
        away(Duration.ofMinutes(10));
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.workFor(Duration.ofMinutes(2));

        lane.time.setBack(HOUR);
        lane.finish(job);

        assertThat(job.outcomes()).containsOnly("succeeded ok").hasSize(EDITS);
        assertThat(lane.time.passed()).isLessThan(Duration.ofMinutes(12));
    }

    @Test
    void aClockThatIsSetBackAndPutRightEndsNobodysPatienceEarly() throws InterruptedException {
        away(Duration.ofMinutes(55));
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        for (int i = 0; i < 5; i++) {
            lane.workFor(Duration.ofMinutes(5));
            lane.time.setBack(HOUR.multipliedBy(3));
            lane.workFor(Duration.ofMinutes(5));
            lane.time.setBack(HOUR.multipliedBy(-3));
        }

        lane.finish(job);

        assertThat(job.outcomes()).containsOnly("succeeded ok").hasSize(EDITS);
    }

    @Test
    void aClockThatWasSetBackWhileNothingRanLosesNothingAndSendsNothingTwice() throws InterruptedException {
        away(Duration.ofMinutes(10));
        PlannedJob job = lane.job(FakeProvider.POKE, EDITS);
        lane.workFor(Duration.ofMinutes(2));

        lane.time.setBackUnseen(HOUR.multipliedBy(2));
        lane.restart();
        lane.finish(job);

        assertThat(job.outcomes()).containsOnly("succeeded ok").hasSize(EDITS);
        assertThat(lane.calls).hasSize(EDITS + 1); // one found out that it was away
    }

    private void away(Duration duration) {
        lane.provider = request -> lane.time.passed().compareTo(duration) < 0 ? NO_CONNECTION : OK;
    }
}
