package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.broker.Amqp;
import bactrian.broker.Queues;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;

/** Somebody who sends edits of awork tasks as messages, by AMQP, and waits for the answers. An edit's number has two digits. */
record Correspondent(String address) {
    static final String ID = "a3f1c9e2-4b7d-4f8a-9c2e-0000000000";
    private static final String ANSWERS = "bactrian.answers";
    private static final int PATIENCE = 60_000;

    /** What is short enough to come right behind. */
    private static final int BEHIND = 500;

    /** @param edit what its sender marked the message with */
    record Answer(String edit, JsonNode summary) {}

    private JMSContext client() {
        return Amqp.at(address).createContext();
    }

    void send(int from, int to) {
        try (JMSContext client = client()) {
            for (int edit = from; edit < to; edit++) {
                client.createProducer()
                        .setJMSReplyTo(client.createQueue(ANSWERS))
                        .setJMSCorrelationID("edit-" + edit)
                        .setProperty("provider", "awork")
                        .setProperty("operation", "adjustdates")
                        .send(
                                client.createQueue(Queues.INSTRUCTIONS),
                                "{\"ids\": [\"" + ID + edit + "\"], \"values\": {\"daysOffset\": " + edit + "}}");
            }
        }
    }

    /** All answers until there are some to so many edits, and those right behind. */
    List<Answer> answers(int edits) throws JMSException {
        List<Answer> answers = new ArrayList<>();
        try (JMSContext client = client()) {
            JMSConsumer consumer = client.createConsumer(client.createQueue(ANSWERS));
            while (true) {
                boolean complete = answers.stream().map(Answer::edit).distinct().count() >= edits;
                Message answer = consumer.receive(complete ? BEHIND : PATIENCE);
                if (answer == null && complete) {
                    return answers;
                }
                assertThat(answer).as("an answer besides %s", answers).isNotNull();
                answers.add(new Answer(answer.getJMSCorrelationID(), Program.json(answer.getBody(String.class))));
            }
        }
    }
}
