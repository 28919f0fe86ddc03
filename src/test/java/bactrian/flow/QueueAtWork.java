package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.broker.Amqp;
import bactrian.broker.QueuePlace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is instructed by messages, and an AMQP client of somebody else's. */
abstract class QueueAtWork extends GatewayAtWork {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE = 120_000;

    QueueAtWork(@TempDir Path folder) {
        super(folder);
    }

    final RunningGateway start(QueuePlace queue) {
        return start(setup().queue(queue));
    }

    final JMSContext client(RunningGateway gateway) {
        return open(Amqp.at(gateway.broker()).createContext());
    }

    static Message next(JMSContext client, Queue queue) {
        try (var consumer = client.createConsumer(queue)) {
            Message message = consumer.receive(PATIENCE);
            assertThat(message).as("a message on %s", queue).isNotNull();
            return message;
        }
    }

    static JsonNode json(Message message) throws JMSException {
        return json(message.getBody(String.class));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
