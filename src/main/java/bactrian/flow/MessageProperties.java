package bactrian.flow;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The properties that a sender has given a message. */
final class MessageProperties {
    /** Set by the broker, where a sender says it in AMQP's own way. */
    static final String AMQP_CONTENT_TYPE = "JMS_AMQP_ContentType";

    private MessageProperties() {}

    /** By name; what the broker has added is left out. */
    static Map<String, Object> of(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = String.valueOf(names.nextElement());
            if (!name.startsWith("JMS") && !name.startsWith("_") && !name.equals(MessageIdentity.NATIVE_ID)) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        return properties;
    }
}
