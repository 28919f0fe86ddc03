package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Job;
import bactrian.operation.ConnectionDraft;
import bactrian.simulator.SimulatorOptions;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a bulk edit of Close is lost, and others that do the same are in Close's list. */
class LostBulkEditTest {
    private static final String LIST = "/bulk_action/edit/$";
    private static final String QUERY =
            "{\"type\":\"and\",\"queries\":[{\"type\":\"object_type\",\"object_type\":\"lead\"}]}";

    private static final int SPEED = 10;

    private final QuickTime time = new QuickTime(SPEED);
    private final Simulators simulators =
            Simulators.start(SimulatorOptions.standard().clock(time));
    private final RunningGateway gateway;

    LostBulkEditTest(@TempDir Path root) {
        gateway = GatewaySetup.in(root)
                .time(time)
                .start(ConnectionDraft.to("close", simulators.closeUrl())
                        .settleDelay(Duration.ofMillis(100))
                        .connection());
    }

    @AfterEach
    void stop() {
        gateway.close();
        simulators.close();
    }

    @Test
    void whatIsFoundAloneIsFollowed() throws Exception {
        simulators.closeSimulator().faults().add(Fault.once(Effect.RESET_AFTER).on("POST", LIST));
        gateway.drop("edit.json", edit("stat_won"));

        Job job = gateway.end();

        assertThat(job.tally().succeeded())
                .as(gateway.result(job, "results.ndjson"))
                .isEqualTo(1);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void betweenOurOwnAndSomebodyElsesNothingIsGuessed() throws Exception {
        simulators.closeSimulator().faults().add(Fault.once(Effect.RESET_AFTER).on("POST", LIST));
        simulators
                .closeSimulator()
                .faults()
                .add(Fault.once(Effect.TOO_MANY_REQUESTS)
                        .on("GET", LIST)
                        .from(1, Integer.MAX_VALUE)
                        .pausing(Duration.ofMillis(50)));
        gateway.drop("edit.json", edit("stat_won"));
        RunningGateway.until(() -> posts() == 1);
        somebodyElseSets("stat_won");
        somebodyElseSets("stat_lost");
        simulators.closeSimulator().faults().clear();

        Job job = gateway.end();

        assertThat(job.tally().unknown()).isEqualTo(1);
        assertThat(gateway.result(job, "results.ndjson")).contains("several bulk edits", "cannot be told");
        assertThat(posts()).as("ours and two of somebody else").isEqualTo(3);
    }

    /** Sets, sets otherwise, sets again: the first step has done what the third should do, and is none the less not it. */
    @Test
    void anEarlierEditOfTheSameJobIsNotTakenForIt() throws Exception {
        simulators
                .closeSimulator()
                .faults()
                .add(Fault.once(Effect.RESET_BEFORE).on("POST", LIST).from(3, 1));
        gateway.drop("edits.ndjson", edit("stat_won") + "\n" + edit("stat_lost") + "\n" + edit("stat_won") + "\n");

        Job job = gateway.end();

        assertThat(job.tally().succeeded())
                .as(gateway.result(job, "results.ndjson"))
                .isEqualTo(2);
        assertThat(job.tally().unknown()).isEqualTo(1);
        assertThat(posts()).isEqualTo(3);
    }

    private long posts() {
        return simulators.closeSimulator().log().count("POST", LIST);
    }

    private void somebodyElseSets(String status) throws Exception {
        String body = "{\"type\":\"set_lead_status\",\"lead_status_id\":\"" + status
                + "\",\"send_done_email\":false,\"s_query\":" + QUERY + "}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulators.closeUrl() + "/bulk_action/edit/"))
                .header("Authorization", "Bearer theirs")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String edit(String status) {
        return "{\"provider\":\"close\",\"operation\":\"bulk-edit\",\"where\":" + QUERY
                + ",\"values\":{\"type\":\"set_lead_status\",\"lead_status_id\":\"" + status + "\"}}";
    }
}
