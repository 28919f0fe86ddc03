package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Job;
import bactrian.operation.ConnectionDraft;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a dropped file to its results, by the real routes, against the simulated providers. */
class GatewayTest extends GatewayAtWork {
    private RunningGateway gateway;

    GatewayTest(@TempDir Path folder) {
        super(folder);
        gateway = start(setup());
    }

    @Test
    void aDroppedFileBecomesResults() throws Exception {
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n" + TASK + "1,true\n");

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(2);
        assertThat(job.calls()).isEqualTo(1);
        assertThat(gateway.result(job, "results.csv")).contains("succeeded");
        assertThat(simulators
                        .awork()
                        .state(TASK + "0")
                        .orElseThrow()
                        .get("isPrio")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void workInTheBackgroundIsFollowedToItsEnd() throws Exception {
        gateway.drop(
                "move.json",
                """
                {"provider": "yandex-tracker", "operation": "update", "ids": ["TEST-1", "TEST-2"],
                 "values": {"values": {"priority": "minor"}}}""");

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(2);
        assertThat(simulators.yandexTracker().log().count("POST", "/v3/bulkchange/_update"))
                .isEqualTo(1);
    }

    @Test
    void nothingIsRepeatedBehindOurBack() throws Exception {
        assertTwoAttemptsMore(Fault.once(Effect.UNAVAILABLE));
    }

    @Test
    void aRateLimitIsObeyed() throws Exception {
        assertTwoAttemptsMore(Fault.once(Effect.TOO_MANY_REQUESTS).pausing(Duration.ofSeconds(1)));
    }

    private void assertTwoAttemptsMore(Fault fault) throws Exception {
        simulators.awork().faults().add(fault.from(1, 2));
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(1);
        assertThat(simulators.awork().log().total())
                .isEqualTo(job.calls() + job.retries())
                .isEqualTo(3);
    }

    @Test
    void anUnsafeCallWhoseAnswerIsLostIsSentOnce() throws Exception {
        simulators.awork().faults().add(Fault.once(Effect.RESET_AFTER));
        gateway.drop("awork/adjustdates/a.csv", "id,daysOffset\n" + TASK + "0,3\n");

        Job job = gateway.end();

        assertThat(job.tally().unknown()).as(gateway.result(job, "results.csv")).isEqualTo(1);
        assertThat(simulators.awork().log().total()).isEqualTo(1);
    }

    @Test
    void aTimeOutIsALostAnswer() throws Exception {
        close(gateway);
        gateway = start(
                setup(),
                ConnectionDraft.to("awork", simulators.aworkUrl())
                        .responseTimeout(Duration.ofSeconds(1))
                        .connection());
        simulators.awork().faults().add(Fault.once(Effect.DELAY_AFTER).pausing(Duration.ofHours(1)));
        gateway.drop("awork/adjustdates/a.csv", "id,daysOffset\n" + TASK + "0,3\n");

        Job job = gateway.end();

        assertThat(job.tally().unknown()).as(gateway.result(job, "results.csv")).isEqualTo(1);
    }

    @Test
    void unknownKeysAmongTenThousandIssuesAreTakenOutFirst() throws Exception {
        StringBuilder rows = new StringBuilder("id,summary\n");
        for (int issue = 1; issue <= 10_000; issue++) {
            rows.append(issue % 4000 == 0 ? "MISSING-" : "TEST-").append(issue).append(",Changed\n");
        }
        gateway.drop("yandex-tracker/update/issues.csv", rows.toString());

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(9_998);
        assertThat(job.tally().failed()).isEqualTo(2);
        assertThat(gateway.result(job, "failed.csv")).contains("MISSING-4000").contains("MISSING-8000");
        assertThat(simulators.yandexTracker().log().count("POST", "_update")).isEqualTo(2);
        assertThat(job.calls()).isEqualTo(2);
    }

    @Test
    void aJobGoesOnAfterARestart() throws Exception {
        close(gateway);
        gateway = start(setup());
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");

        assertThat(gateway.end().tally().succeeded()).isEqualTo(1);
    }
}
