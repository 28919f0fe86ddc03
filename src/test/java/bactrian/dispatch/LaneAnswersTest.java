package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.provider.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from answers that do not settle a call. */
class LaneAnswersTest extends LaneAtWork {

    LaneAnswersTest(@TempDir Path folder) {
        super(folder);
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
}
