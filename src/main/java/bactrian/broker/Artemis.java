package bactrian.broker;

import jakarta.jms.Destination;
import jakarta.jms.Message;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** What Artemis knows of things and JMS does not ask. */
public final class Artemis {
    private Artemis() {}

    /** The number under which the broker keeps the message: the same at each delivery. */
    public static OptionalLong number(Message message) {
        return message instanceof ActiveMQMessage known
                ? OptionalLong.of(known.getCoreMessage().getMessageID())
                : OptionalLong.empty();
    }

    /** The name of a place of which it is not said whether it is a queue or a topic. */
    public static Optional<String> name(Destination destination) {
        return destination instanceof ActiveMQDestination known ? Optional.of(known.getAddress()) : Optional.empty();
    }
}
