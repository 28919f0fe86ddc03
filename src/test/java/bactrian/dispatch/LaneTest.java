package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls that are sent, and sent again. */
class LaneTest extends LaneAtWork {

    LaneTest(@TempDir Path folder) {
        super(folder);
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
}
