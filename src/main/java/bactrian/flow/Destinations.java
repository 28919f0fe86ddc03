package bactrian.flow;

import bactrian.broker.Artemis;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import org.springframework.jms.support.destination.DestinationResolver;

/** Destinations as they are kept: {@code queue://name}, {@code topic://name}. */
final class Destinations implements DestinationResolver {
    private static final String QUEUE = "queue://";
    private static final String TOPIC = "topic://";

    static String queue(String name) {
        return QUEUE + name;
    }

    static String written(Destination destination) {
        try {
            if (destination instanceof Topic topic && !(destination instanceof Queue)) {
                return TOPIC + topic.getTopicName();
            }
            return QUEUE + (destination instanceof Queue queue ? queue.getQueueName() : name(destination));
        } catch (JMSException broken) {
            return QUEUE + name(destination);
        }
    }

    /** STOMP's senders write where to, not what kind of place that is. */
    private static String name(Destination destination) {
        return Artemis.name(destination).orElseGet(destination::toString).replaceFirst("^/queue/", "");
    }

    @Override
    public Destination resolveDestinationName(Session session, String name, boolean pubSubDomain) throws JMSException {
        if (name.startsWith(TOPIC)) {
            return session.createTopic(name.substring(TOPIC.length()));
        }
        String plain = name.startsWith(QUEUE) ? name.substring(QUEUE.length()) : name;
        return pubSubDomain ? session.createTopic(plain) : session.createQueue(plain);
    }
}
