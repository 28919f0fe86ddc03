package bactrian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At a rate so low that nothing flows back into the bucket while a test counts. */
class RateLimitTest {

    private Simulators simulators;

    @BeforeEach
    void start() {
        simulators = Simulators.start(SimulatorOptions.standard().requestsPerSecond(0.001));
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void beyondTheBucketAllIsRefusedAndNothingApplied() throws Exception {
        Caller close = Caller.close(simulators);

        List<Integer> statuses = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            statuses.add(
                    close.put("/task/task_" + n + "/", "{'is_complete': true}").status());
        }

        assertThat(statuses).containsExactly(200, 429, 429);
        assertThat(simulators.closeSimulator().journal().total()).isEqualTo(1);
        assertThat(simulators.closeSimulator().log().total()).isEqualTo(3);
    }

    @Test
    void aNewRateFillsTheBucket() throws Exception {
        simulators.awork().allowance().set(4);

        Caller.Told told = task(Caller.awork(simulators));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("RateLimit-Limit")).isEqualTo("4");
        assertThat(told.header("RateLimit-Remaining")).isEqualTo("3");
        assertThat(told.header("X-RateLimit-Limit-Minute")).isEqualTo("240");
    }

    @Test
    void eachProviderSpeaksOfItsLimitInItsOwnWay() throws Exception {
        Caller close = Caller.close(simulators);
        Caller awork = Caller.awork(simulators);
        Caller tracker = Caller.yandexTracker(simulators);
        close.get("/task/task_1/");
        task(awork);
        tracker.get("/issues/TEST-1");

        assertThat(close.get("/task/task_1/").header("RateLimit")).matches("limit=0, remaining=0, reset=\\d+");
        assertThat(task(awork).header("RateLimit-Reset")).matches("\\d+");
        assertThat(tracker.get("/issues/TEST-1").header("Retry-After")).matches("\\d+");
    }

    private static Caller.Told task(Caller awork) throws IOException {
        return awork.get("/tasks/a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d");
    }
}
