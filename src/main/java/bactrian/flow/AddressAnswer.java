package bactrian.flow;

import bactrian.broker.Queues;
import bactrian.results.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsConstants;

/** Makes a message of the answer in the body. */
final class AddressAnswer implements Processor {
    /** By this Artemis notices that an answer is sent once more. */
    private static final String DUPLICATE = "_AMQ_DUPL_ID";

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        Answer answer = message.getMandatoryBody(Answer.class);
        message.removeHeaders("*");
        answer.problem()
                .ifPresentOrElse(
                        problem -> {
                            answer.letter()
                                    .properties()
                                    .properties()
                                    .forEach(property -> message.setHeader(
                                            property.getKey(),
                                            property.getValue().isTextual()
                                                    ? property.getValue().textValue()
                                                    : value(property.getValue())));
                            message.setHeader("problem", problem.toString());
                        },
                        () -> message.setHeader("contentType", "application/json"));
        message.setHeader(DUPLICATE, answer.unique());
        answer.letter().correlation().ifPresent(id -> message.setHeader(JmsConstants.JMS_HEADER_CORRELATION_ID, id));
        message.setHeader(JmsConstants.JMS_DESTINATION_NAME, destination(answer));
        boolean bytes = answer.problem().isPresent() && answer.letter().kind().equals("bytes");
        message.setBody(bytes ? answer.content() : new String(answer.content(), StandardCharsets.UTF_8));
    }

    private static Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isIntegralNumber() ? (Object) value.longValue() : (Object) value.doubleValue();
    }

    private static String destination(Answer answer) {
        return switch (answer.kind()) {
            case REPLY -> answer.letter().replyTo().orElseThrow();
            case DEAD_LETTER -> Destinations.queue(Queues.DEAD_LETTER);
            case RESULT, SUMMARY -> Destinations.queue(Queues.RESULTS);
        };
    }
}
