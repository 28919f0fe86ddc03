package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.broker.QueuePlace;
import bactrian.broker.Queues;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that no job can be made of: each goes to the dead letters as it came, and why. */
class UnusableMessagesTest extends QueueAtWork {

    UnusableMessagesTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void anUnusableMessageGoesToTheDeadLettersWholeAndIsAnswered() throws Exception {
        JMSContext client = client(start(QueuePlace.embedded()));
        Queue answers = client.createTemporaryQueue();

        TextMessage message = client.createTextMessage("id,colour\n" + TASK + "0,red\n");
        message.setStringProperty("provider", "awork");
        message.setStringProperty("operation", "setprio");
        message.setIntProperty("attempt", 3);
        message.setJMSReplyTo(answers);
        client.createProducer().send(client.createQueue(Queues.INSTRUCTIONS), message);

        Message letter = next(client, client.createQueue(Queues.DEAD_LETTER));
        JsonNode problem = json(letter.getStringProperty("problem"));
        assertThat(letter.getBody(String.class)).isEqualTo(message.getText());
        assertThat(letter.getStringProperty("provider")).isEqualTo("awork");
        assertThat(letter.getLongProperty("attempt")).isEqualTo(3);
        assertThat(problem.path("code").asText()).isEqualTo("unknown-column");
        assertThat(problem.path("message").asText()).isNotEmpty();
        JsonNode answer = json(next(client, answers));
        assertThat(answer.path("state").asText()).isEqualTo("rejected");
        assertThat(answer.path("problem").path("code").asText()).isEqualTo("unknown-column");
    }

    @Test
    void whatIsNeitherTextNorBytesGoesToTheDeadLettersUnopened() throws Exception {
        RunningGateway gateway = start(QueuePlace.embedded());
        JMSContext client = client(gateway);

        var message = client.createMapMessage();
        message.setString("ids", TASK + "0");
        message.setStringProperty("provider", "awork");
        client.createProducer().send(client.createQueue(Queues.INSTRUCTIONS), message);

        Message letter = next(client, client.createQueue(Queues.DEAD_LETTER));
        assertThat(letter.getBody(Map.class).toString()).contains("ids=" + TASK + "0");
        assertThat(letter.getStringProperty("provider")).isEqualTo("awork");
        assertThat(letter.getStringProperty("problem")).contains("text or bytes");
        assertThat(gateway.ledger().jobs().newest(9)).isEmpty();
    }

    @Test
    void whatIsTooLargeGoesToTheDeadLettersUnopened() throws Exception {
        RunningGateway gateway = start(QueuePlace.embedded().upTo(1000));
        JMSContext client = client(gateway);
        Queue instructions = client.createQueue(Queues.INSTRUCTIONS);
        BytesMessage bytes = client.createBytesMessage();
        bytes.writeBytes(new byte[1001]);

        client.createProducer().send(instructions, " ".repeat(1001)).send(instructions, bytes);

        for (int message = 0; message < 2; message++) {
            Message letter = next(client, client.createQueue(Queues.DEAD_LETTER));
            JsonNode problem = json(letter.getStringProperty("problem"));
            assertThat(problem.path("code").asText()).isEqualTo("too-large");
            assertThat(problem.path("message").asText()).contains("1000 bytes", "bactrian.queue.max-message");
        }
        assertThat(gateway.ledger().jobs().newest(9)).isEmpty();
    }
}
