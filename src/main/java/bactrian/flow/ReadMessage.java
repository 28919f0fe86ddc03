package bactrian.flow;

import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.ledger.Letter;
import bactrian.outcome.Code;
import bactrian.plan.Delivery;
import bactrian.plan.Post;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;

/** Takes what is needed off a message; nothing in it is unpacked or run. */
final class ReadMessage implements Processor {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final long largest;

    /** @param largest how many bytes a message may have */
    ReadMessage(long largest) {
        this.largest = largest;
    }

    @Override
    public void process(Exchange exchange) throws JMSException, UnusableMessage {
        Message message = exchange.getMessage(JmsMessage.class).getJmsMessage();
        boolean text = message instanceof TextMessage;
        byte[] content = content(message);
        ObjectNode properties = properties(message);
        Defaults defaults = new Defaults(
                said(properties, "provider"), said(properties, "operation"), said(properties, "connection"));
        Optional<String> amqpContentType =
                Optional.ofNullable(message.getStringProperty(MessageProperties.AMQP_CONTENT_TYPE));
        Format format = said(properties, "contentType")
                .or(() -> amqpContentType)
                .or(() -> said(properties, "content-type"))
                .flatMap(Format::ofMediaType)
                .orElseGet(() -> Format.ofContent(content));
        Letter letter = new Letter(
                text ? "text" : "bytes",
                Optional.ofNullable(message.getJMSReplyTo()).map(Destinations::written),
                correlation(message),
                properties);
        Delivery delivery = Delivery.of(Post.SOURCE, "message." + format.word(), format, defaults)
                .identity(MessageIdentity.of(message));
        exchange.setVariable("waits", true);
        exchange.getMessage().setBody(new Post(content, delivery, letter));
    }

    private byte[] content(Message message) throws JMSException, UnusableMessage {
        if (message instanceof TextMessage text) {
            String said = Optional.ofNullable(text.getText()).orElse("");
            requireFits(said.length()); // it has at least as many bytes
            byte[] content = said.getBytes(StandardCharsets.UTF_8);
            requireFits(content.length);
            return content;
        }
        if (message instanceof BytesMessage bytes) {
            requireFits(bytes.getBodyLength());
            byte[] content = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(content);
            return content;
        }
        throw new UnusableMessage(
                Code.SYNTAX,
                "A message must be text or bytes: JSON or CSV. This one is neither. Send the instruction as text or bytes.");
    }

    private void requireFits(long bytes) throws UnusableMessage {
        if (bytes > largest) {
            throw new UnusableMessage(
                    Code.TOO_LARGE,
                    "The message has more than the " + largest + " bytes that bactrian.queue.max-message allows.");
        }
    }

    private static Optional<String> correlation(Message message) throws JMSException {
        Optional<String> own = Optional.ofNullable(message.getJMSCorrelationID());
        return own.isPresent() ? own : MessageIdentity.given(message);
    }

    private static ObjectNode properties(Message message) throws JMSException {
        ObjectNode properties = JSON.objectNode();
        MessageProperties.of(message).forEach((name, value) -> properties.set(name, node(value)));
        return properties;
    }

    private static JsonNode node(Object value) {
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Double || value instanceof Float) {
            return JSON.numberNode(((Number) value).doubleValue());
        }
        return value instanceof Number number
                ? JSON.numberNode(number.longValue())
                : JSON.textNode(String.valueOf(value));
    }

    private static Optional<String> said(ObjectNode properties, String name) {
        return Optional.of(properties.path(name).asText().strip()).filter(text -> !text.isEmpty());
    }
}
