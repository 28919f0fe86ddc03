package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bactrian.broker.Broker;
import bactrian.broker.BrokerUnavailable;
import bactrian.broker.QueuePlace;
import bactrian.broker.Queues;
import bactrian.network.ReservedPort;
import bactrian.provider.Providers;
import bactrian.simulator.Simulators;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is not ours: here one of the embedded kind, in a folder and on a port of its own. */
class ExternalBrokerTest {
    private static final int PATIENCE = 30_000;
    private static final String TASK = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c";

    private final Path root;
    private final Simulators simulators = Simulators.start();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(simulators));

    ExternalBrokerTest(@TempDir Path root) {
        this.root = root;
    }

    @AfterEach
    void stop() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
    }

    @Test
    void aBrokerThatIsNotThereIsNamedWithoutItsPassword() {
        QueuePlace place = QueuePlace.external("tcp://127.0.0.1:1?user=x&password=open-sesame");

        assertThatThrownBy(() -> Broker.open(place, root))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("tcp://127.0.0.1:1")
                .hasMessageContaining("BACTRIAN_QUEUE_URL")
                .hasMessageNotContaining("open-sesame");
    }

    @Test
    void anyBrokerThatSpeaksAmqpWillDo() throws Exception {
        Broker broker = Broker.open(QueuePlace.embedded().secured("alice", "open-sesame"), root.resolve("theirs"));
        open.add(broker);
        start(QueuePlace.external(broker.address().replace("tcp:", "amqp:")).secured("alice", "open-sesame"));

        JMSContext client = new JmsConnectionFactory(
                        "alice", "open-sesame", broker.address().replace("tcp:", "amqp:"))
                .createContext();
        open.add(client);
        client.createProducer()
                .setJMSReplyTo(client.createQueue("bactrian.answers"))
                .setJMSCorrelationID("17")
                .send(client.createQueue(Queues.INSTRUCTIONS), edit(10));

        Message answer =
                client.createConsumer(client.createQueue("bactrian.answers")).receive(PATIENCE);
        assertThat(answer.getJMSCorrelationID()).isEqualTo("17");
        assertThat(answer.getBody(String.class)).contains("\"succeeded\":1");
    }

    @Test
    void aRestartOfTheBrokerLosesNothingAndRunsNothingTwice() throws Exception {
        ReservedPort port = new ReservedPort();
        open.add(port);
        Broker broker = Broker.open(at(port), root.resolve("theirs"));
        RunningGateway gateway = start(QueuePlace.external("(tcp://127.0.0.1:1," + broker.address()
                        + ")?reconnectAttempts=3&retryInterval=100&initialConnectAttempts=3")
                .collecting(Duration.ofMillis(50)));
        send(broker.address(), 10, 40);
        RunningGateway.until(() -> gateway.ledger().jobs().newest(1).size() == 1);

        broker.close();
        RunningGateway.until(() -> !gateway.brokerState().up());
        broker = Broker.open(at(port), root.resolve("theirs"));
        open.add(broker);
        send(broker.address(), 40, 50);

        assertThat(answers(broker.address(), 40)).hasSize(40);
        assertThat(simulators.awork().journal().changes())
                .extracting(change -> change.id())
                .doesNotHaveDuplicates()
                .hasSize(40);
        assertThat(gateway.brokerState().up()).isTrue();
    }

    private static QueuePlace at(ReservedPort port) {
        return new QueuePlace(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                QueuePlace.LOOPBACK,
                port.number(),
                QueuePlace.USUAL_COLLECT,
                QueuePlace.USUAL_LARGEST);
    }

    private RunningGateway start(QueuePlace queue) {
        RunningGateway gateway = RunningGateway.receive(
                root.resolve("home"),
                Providers.shipped(),
                RunningGateway.Extra.queue(queue),
                List.of(GatewayTest.connection("awork", simulators.aworkUrl(), "token")));
        open.add(gateway);
        return gateway;
    }

    private static void send(String address, int from, int to) {
        try (JMSContext client = new JmsConnectionFactory(address.replace("tcp:", "amqp:")).createContext()) {
            for (int edit = from; edit < to; edit++) {
                client.createProducer()
                        .setJMSReplyTo(client.createQueue("bactrian.answers"))
                        .setJMSCorrelationID("edit-" + edit)
                        .send(client.createQueue(Queues.INSTRUCTIONS), edit(edit));
            }
        }
    }

    private static Set<String> answers(String address, int count) throws Exception {
        Set<String> answered = new HashSet<>();
        try (JMSContext client = new JmsConnectionFactory(address.replace("tcp:", "amqp:")).createContext()) {
            var consumer = client.createConsumer(client.createQueue("bactrian.answers"));
            while (answered.size() < count) {
                Message answer = consumer.receive(PATIENCE);
                assertThat(answer).as("an answer after %s", answered).isNotNull();
                assertThat(answer.getBody(String.class)).contains("\"succeeded\":1");
                answered.add(answer.getJMSCorrelationID());
            }
        }
        return answered;
    }

    /** Not safe to repeat. */
    private static String edit(int number) {
        return "{\"provider\": \"awork\", \"operation\": \"adjustdates\", \"ids\": [\"" + TASK + number
                + "\"], \"values\": {\"daysOffset\": " + number + "}}";
    }
}
