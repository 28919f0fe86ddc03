package bactrian.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final int PATIENCE = 20_000;

    private final Path folder;

    EmbeddedBrokerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void speaksAmqpStompAndCoreOnOnePort() throws Exception {
        try (Broker broker = Broker.open(QueuePlace.embedded(), folder)) {
            try (Stomp stomp = Stomp.connect(broker.address(), Map.of())) {
                stomp.send(Queues.RESULTS, "by stomp", Map.of());
            }
            List<String> received = List.of(
                    receive(amqp(broker), Queues.RESULTS),
                    send(amqp(broker), Queues.RESULTS, "by amqp"),
                    receive(new ActiveMQConnectionFactory(broker.address()), Queues.RESULTS));

            assertThat(received).containsExactly("by stomp", "by amqp", "by amqp");
        }
    }

    @Test
    void messagesOutliveIt() {
        try (Broker broker = Broker.open(QueuePlace.embedded(), folder)) {
            send(amqp(broker), Queues.INSTRUCTIONS, "kept");
        }

        try (Broker broker = Broker.open(QueuePlace.embedded(), folder)) {
            assertThat(broker.state()).isEqualTo(new BrokerState(broker.address(), true, true, 1));
            assertThat(receive(amqp(broker), Queues.INSTRUCTIONS)).isEqualTo("kept");
        }
    }

    @Test
    void listensOnThisMachineOnly() {
        try (Broker broker = Broker.open(QueuePlace.embedded(), folder)) {
            assertThat(broker.address()).matches("tcp://127\\.0\\.0\\.1:\\d+");
        }
    }

    @Test
    void offersItsOwnQueuesAndTemporaryOnesOnly() {
        try (Broker broker = Broker.open(QueuePlace.embedded(), folder);
                JMSContext context = amqp(broker).createContext()) {
            var reply = context.createTemporaryQueue();
            context.createProducer().send(reply, "answer");
            send(amqp(broker), "bactrian.answers.alice", "mine");

            assertThat(context.createConsumer(reply).receiveBody(String.class, PATIENCE))
                    .isEqualTo("answer");
            assertThat(receive(amqp(broker), "bactrian.answers.alice")).isEqualTo("mine");
            assertThatThrownBy(() -> send(amqp(broker), "elsewhere", "no")).isInstanceOf(JMSRuntimeException.class);
            assertThatThrownBy(() -> send(amqp(broker), "activemq.management", "no"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void asksForThePasswordWhereThereIsOne() throws Exception {
        try (Broker broker = Broker.open(QueuePlace.embedded().secured("alice", "open sesame"), folder)) {
            assertThatThrownBy(() -> send(amqp(broker), Queues.INSTRUCTIONS, "no"))
                    .isInstanceOf(JMSRuntimeException.class);
            assertThatThrownBy(() -> Stomp.connect(broker.address(), Map.of())).hasMessageContaining("ERROR");
            assertThatThrownBy(() -> Stomp.connect(broker.address(), Map.of("login", "alice", "passcode", "wrong")))
                    .hasMessageContaining("ERROR");
            try (Stomp stomp = Stomp.connect(broker.address(), Map.of("login", "alice", "passcode", "open sesame"));
                    JMSContext inside = broker.connections().createContext()) {
                assertThat(stomp.send(Queues.INSTRUCTIONS, "yes", Map.of())).startsWith("RECEIPT");
                assertThat(inside.createConsumer(inside.createQueue(Queues.INSTRUCTIONS))
                                .receiveBody(String.class, PATIENCE))
                        .isEqualTo("yes");
            }
        }
    }

    @Test
    void noWebPageCanSendThroughABrowser() throws Exception {
        try (Broker broker = Broker.open(QueuePlace.embedded(), folder)) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            WebSocket page = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("v12.stomp")
                    .header("Origin", "https://evil.example")
                    .buildAsync(URI.create(broker.address().replace("tcp:", "ws:")), new Answer(answer))
                    .get(PATIENCE, TimeUnit.MILLISECONDS);

            page.sendText("CONNECT\naccept-version:1.2\nhost:x\n\n\0", true).get(PATIENCE, TimeUnit.MILLISECONDS);

            assertThat(answer.get(PATIENCE, TimeUnit.MILLISECONDS)).doesNotContain("CONNECTED");
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            QueuePlace place = new QueuePlace(
                    true,
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    "127.0.0.1",
                    taken.getLocalPort(),
                    QueuePlace.USUAL_COLLECT,
                    QueuePlace.USUAL_LARGEST);

            assertThatThrownBy(() -> Broker.open(place, folder))
                    .isInstanceOf(BrokerUnavailable.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("BACTRIAN_QUEUE_PORT");
        }
    }

    private static ConnectionFactory amqp(Broker broker) {
        return Amqp.at(broker.address());
    }

    private static String send(ConnectionFactory connections, String queue, String text) {
        try (JMSContext context = connections.createContext()) {
            TextMessage message = context.createTextMessage(text);
            context.createProducer().send(context.createQueue(queue), message);
            return text;
        }
    }

    private static String receive(ConnectionFactory connections, String queue) {
        try (JMSContext context = connections.createContext()) {
            return context.createConsumer(context.createQueue(queue)).receiveBody(String.class, PATIENCE);
        }
    }

    /** What the page is told first: a frame, or that the door is shut. */
    private record Answer(CompletableFuture<String> said) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket page, CharSequence text, boolean last) {
            said.complete(text.toString());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket page, java.nio.ByteBuffer bytes, boolean last) {
            said.complete(java.nio.charset.StandardCharsets.UTF_8.decode(bytes).toString());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket page, int status, String reason) {
            said.complete("closed");
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket page, Throwable error) {
            said.complete("broken");
        }
    }
}
