package bactrian.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;

/** Writes on a message that cannot be used why; the rest of it stays as it is. */
final class RefuseMessage implements Processor {

    @Override
    public void process(Exchange exchange) throws JMSException {
        UnusableMessage why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, UnusableMessage.class);
        Message message = exchange.getMessage(JmsMessage.class).getJmsMessage();
        Map<String, Object> properties = MessageProperties.of(message);
        message.clearProperties(); // a received message can be written in no other way
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        message.setStringProperty(
                "problem",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("code", why.code().word())
                        .put("message", String.valueOf(why.getMessage()))
                        .put("hint", why.code().hint())
                        .toString());
    }
}
