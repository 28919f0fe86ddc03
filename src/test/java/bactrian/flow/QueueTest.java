package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.broker.Amqp;
import bactrian.broker.Broker;
import bactrian.broker.QueuePlace;
import bactrian.broker.Queues;
import bactrian.broker.Stomp;
import bactrian.dispatch.Timekeeper;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instructions by message, from a real AMQP client and over a plain socket, to their answers. */
class QueueTest extends QueueAtWork {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Timekeeper time = Timekeeper.of(() -> Instant.now().plus(ahead.get()));

    QueueTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void aMessageIsAnsweredToItsSenderAndToResults() throws Exception {
        JMSContext client = client(start(QueuePlace.embedded()));
        Queue answers = client.createTemporaryQueue();

        TextMessage message = client.createTextMessage("id;isPrio\n" + TASK + "0;true\n" + TASK + "1;true\n");
        message.setStringProperty("provider", "awork");
        message.setStringProperty("operation", "setprio");
        message.setStringProperty("contentType", "text/csv");
        message.setJMSReplyTo(answers);
        message.setJMSCorrelationID("order-17");
        client.createProducer().send(client.createQueue(Queues.INSTRUCTIONS), message);

        Message answer = next(client, answers);
        Message result = next(client, client.createQueue(Queues.RESULTS));
        assertThat(answer.getJMSCorrelationID()).isEqualTo("order-17");
        assertThat(result.getJMSCorrelationID()).isEqualTo("order-17");
        JsonNode summary = json(answer);
        assertThat(summary).isEqualTo(json(result));
        assertThat(summary.path("state").asText()).isEqualTo("done");
        assertThat(summary.path("rows").path("succeeded").asInt()).isEqualTo(2);
        assertThat(summary.path("calls").asInt()).isEqualTo(1);
        assertThat(home.resolve("results").resolve(summary.path("job").asText()).resolve("results.csv"))
                .exists();
    }

    @Test
    void bytesWithoutAnyPropertiesAreReadAsWhatTheyLookLike() throws Exception {
        JMSContext client = client(start(QueuePlace.embedded()));

        client.createProducer()
                .send(client.createQueue(Queues.INSTRUCTIONS), twoIds().getBytes(StandardCharsets.UTF_8));

        JsonNode summary = json(next(client, client.createQueue(Queues.RESULTS)));
        assertThat(summary.path("rows").path("succeeded").asInt()).isEqualTo(2);
    }

    @Test
    void aStompFrameOverAPlainSocketIsAnswered() throws Exception {
        RunningGateway gateway = start(QueuePlace.embedded());

        String answer;
        try (Stomp sender = Stomp.connect(gateway.broker(), Map.of());
                Stomp receiver = Stomp.connect(gateway.broker(), Map.of())) {
            sender.send(
                    "/queue/" + Queues.INSTRUCTIONS,
                    twoIds(),
                    Map.of(
                            "reply-to",
                            "/queue/bactrian.answers",
                            "correlation-id",
                            "42",
                            "content-type",
                            "application/json"));
            answer = receiver.receive("/queue/bactrian.answers");
        }

        assertThat(answer).contains("correlation-id:42").contains("\"succeeded\":2");
    }

    @Test
    void twoMessagesOfOneContentAreTwoJobsAndNoDuplicate() throws Exception {
        RunningGateway gateway = start(QueuePlace.embedded());
        JMSContext client = client(gateway);
        Queue instructions = client.createQueue(Queues.INSTRUCTIONS);

        client.createProducer().send(instructions, twoIds()).send(instructions, twoIds());

        next(client, client.createQueue(Queues.RESULTS));
        next(client, client.createQueue(Queues.RESULTS));
        assertThat(gateway.ledger().jobs().newest(9))
                .hasSize(2)
                .allMatch(job -> job.state() == JobState.DONE && job.tally().succeeded() == 2);
    }

    @Test
    void singleEditsThatArriveTogetherShareAJobAndItsCalls() throws Exception {
        Duration window = Duration.ofHours(1);
        RunningGateway gateway =
                start(setup().time(time).queue(QueuePlace.embedded().collecting(window)));
        JMSContext client = client(gateway);
        Queue answers = client.createTemporaryQueue();
        Queue instructions = client.createQueue(Queues.INSTRUCTIONS);

        List<String> ids = new ArrayList<>();
        for (int edit = 0; edit < 5; edit++) {
            TextMessage message = client.createTextMessage("{\"provider\": \"awork\", \"operation\": \"setprio\",\n"
                    + " \"ids\": [\"" + TASK + edit + "\"], \"values\": {\"isPrio\": true}, \"reference\": \"r" + edit
                    + "\"}");
            message.setJMSReplyTo(answers);
            message.setJMSCorrelationID("edit-" + edit);
            client.createProducer().send(instructions, message);
        }
        RunningGateway.until(() -> gateway.ledger().messages().waiting(9).size() == 5);
        ahead.set(window);
        TextMessage bad = client.createTextMessage("{\"provider\": \"awork\", \"operation\": \"set-prio\"}");
        bad.setJMSReplyTo(answers);
        client.createProducer().send(instructions, bad);

        List<Message> told = new ArrayList<>();
        for (int answer = 0; answer < 6; answer++) {
            told.add(next(client, answers));
        }
        List<JsonNode> done = new ArrayList<>();
        for (Message answer : told) {
            JsonNode summary = json(answer);
            if (summary.path("state").asText().equals("rejected")) {
                assertThat(answer.getJMSCorrelationID()).isEqualTo(bad.getJMSMessageID());
            } else {
                long row = summary.path("row").asLong();
                assertThat(answer.getJMSCorrelationID()).isEqualTo("edit-" + (row - 1));
                assertThat(summary.path("reference").asText()).isEqualTo("r" + (row - 1));
                assertThat(summary.path("rows").toString())
                        .isEqualTo("{\"total\":1,\"succeeded\":1,\"failed\":0,\"skipped\":0,\"unknown\":0}");
                done.add(summary);
            }
            ids.add(summary.path("job").asText());
        }
        assertThat(done).hasSize(5);
        assertThat(ids.stream().distinct()).hasSize(2);
        Job together =
                gateway.ledger().jobs().find(done.get(0).path("job").asText()).orElseThrow();
        assertThat(together.tally().succeeded()).isEqualTo(5);
        assertThat(together.calls()).isEqualTo(1);
        assertThat(json(next(client, client.createQueue(Queues.DEAD_LETTER)).getStringProperty("problem"))
                        .path("code")
                        .asText())
                .isEqualTo("unknown-operation");
    }

    @Test
    void aMessageWaitsWhileTheServiceIsAway() throws Exception {
        RunningGateway gateway = start(QueuePlace.embedded());
        close(gateway);
        try (Broker broker = Broker.open(QueuePlace.embedded(), home.resolve("state/broker"));
                JMSContext client = Amqp.at(broker.address()).createContext()) {
            client.createProducer().send(client.createQueue(Queues.INSTRUCTIONS), twoIds());
        }

        JMSContext client = client(start(QueuePlace.embedded()));

        assertThat(json(next(client, client.createQueue(Queues.RESULTS)))
                        .path("rows")
                        .path("succeeded")
                        .asInt())
                .isEqualTo(2);
    }

    private static String twoIds() {
        return "{\"provider\": \"awork\", \"operation\": \"setprio\", \"ids\": [\"" + TASK + "0\", \"" + TASK
                + "1\"], \"values\": {\"isPrio\": true}}";
    }
}
