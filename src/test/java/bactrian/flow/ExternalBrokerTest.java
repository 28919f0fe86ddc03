package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bactrian.broker.Amqp;
import bactrian.broker.Broker;
import bactrian.broker.BrokerUnavailable;
import bactrian.broker.QueuePlace;
import bactrian.broker.Queues;
import bactrian.network.ReservedPort;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is not ours: here one of the embedded kind, in a folder and on a port of its own. */
class ExternalBrokerTest extends QueueAtWork {
    /** But for the last two digits. */
    private static final String ID = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c";

    ExternalBrokerTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void aBrokerThatIsNotThereIsNamedWithoutItsPassword() {
        QueuePlace place = QueuePlace.external("tcp://127.0.0.1:1?user=x&password=open-sesame");

        assertThatThrownBy(() -> Broker.open(place, folder))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("tcp://127.0.0.1:1")
                .hasMessageContaining("BACTRIAN_QUEUE_URL")
                .hasMessageNotContaining("open-sesame");
    }

    @Test
    void anyBrokerThatSpeaksAmqpWillDo() throws Exception {
        Broker broker =
                open(Broker.open(QueuePlace.embedded().secured("alice", "open-sesame"), folder.resolve("theirs")));
        start(QueuePlace.external(broker.address().replace("tcp:", "amqp:")).secured("alice", "open-sesame"));

        JMSContext client = open(Amqp.at(broker.address()).createContext("alice", "open-sesame"));
        client.createProducer()
                .setJMSReplyTo(client.createQueue("bactrian.answers"))
                .setJMSCorrelationID("17")
                .send(client.createQueue(Queues.INSTRUCTIONS), edit(10));

        Message answer = next(client, client.createQueue("bactrian.answers"));
        assertThat(answer.getJMSCorrelationID()).isEqualTo("17");
        assertThat(answer.getBody(String.class)).contains("\"succeeded\":1");
    }

    @Test
    void aRestartOfTheBrokerLosesNothingAndRunsNothingTwice() throws Exception {
        ReservedPort port = open(new ReservedPort());
        Broker broker = Broker.open(at(port), folder.resolve("theirs"));
        RunningGateway gateway = start(QueuePlace.external("(tcp://127.0.0.1:1," + broker.address()
                        + ")?reconnectAttempts=3&retryInterval=100&initialConnectAttempts=3")
                .collecting(Duration.ofMillis(50)));
        send(broker.address(), 10, 40);
        RunningGateway.until(() -> gateway.ledger().jobs().newest(1).size() == 1);

        broker.close();
        RunningGateway.until(() -> !gateway.brokerState().up());
        broker = open(Broker.open(at(port), folder.resolve("theirs")));
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

    private static void send(String address, int from, int to) {
        try (JMSContext client = Amqp.at(address).createContext()) {
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
        try (JMSContext client = Amqp.at(address).createContext()) {
            while (answered.size() < count) {
                Message answer = next(client, client.createQueue("bactrian.answers"));
                assertThat(answer.getBody(String.class)).contains("\"succeeded\":1");
                answered.add(answer.getJMSCorrelationID());
            }
        }
        return answered;
    }

    /** Not safe to repeat. */
    private static String edit(int number) {
        return "{\"provider\": \"awork\", \"operation\": \"adjustdates\", \"ids\": [\"" + ID + number
                + "\"], \"values\": {\"daysOffset\": " + number + "}}";
    }
}
