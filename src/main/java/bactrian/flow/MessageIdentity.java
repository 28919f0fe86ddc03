package bactrian.flow;

import bactrian.broker.Artemis;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;

/** What makes a message the same one when it is delivered again. */
final class MessageIdentity {
    /** Where Artemis keeps the id of a message that came by AMQP; the JMS id it makes up anew at each delivery. */
    static final String NATIVE_ID = "NATIVE_MESSAGE_ID";

    private MessageIdentity() {}

    /** The id its sender, or its sender's library, has given it. */
    static Optional<String> given(Message message) throws JMSException {
        Optional<String> kept = Optional.ofNullable(message.getStringProperty(NATIVE_ID));
        return kept.isPresent() ? kept : Optional.ofNullable(message.getJMSMessageID());
    }

    /** The same, or, where a sender gave none, what the broker calls it. */
    static String of(Message message) throws JMSException {
        Optional<String> given = given(message);
        return "message:"
                + (given.isPresent()
                        ? given.get()
                        : Artemis.number(message).orElse(0) + "@" + message.getJMSTimestamp());
    }
}
