package bactrian.broker;

import bactrian.operation.Secret;
import bactrian.outcome.RootCause;
import bactrian.outcome.Sentence;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A broker of somebody else's: Artemis by its own protocol, any other by AMQP 1.0. */
final class ExternalBroker implements Broker {
    private final String address;
    private final ConnectionFactory connections;

    private ExternalBroker(String address, ConnectionFactory connections) {
        this.address = address;
        this.connections = connections;
    }

    static Broker reach(QueuePlace place, String url) {
        String address = BrokerUrl.shown(url);
        ExternalBroker broker;
        try {
            broker = new ExternalBroker(address, connections(url, place.user(), place.password()));
            broker.look();
        } catch (JMSException | RuntimeException unreachable) {
            throw new BrokerUnavailable(
                    "The broker at " + address + " cannot be used: " + Sentence.of(RootCause.of(unreachable))
                            + " Check BACTRIAN_QUEUE_URL, BACTRIAN_QUEUE_USER and BACTRIAN_QUEUE_PASSWORD, and whether it"
                            + " is running.",
                    unreachable);
        }
        return broker;
    }

    private static ConnectionFactory connections(String url, Optional<String> user, Optional<Secret> password)
            throws JMSException {
        if (BrokerUrl.isAmqp(url)) {
            JmsConnectionFactory amqp = new JmsConnectionFactory(url);
            user.ifPresent(amqp::setUsername);
            password.map(Secret::reveal).ifPresent(amqp::setPassword);
            return amqp;
        }
        ActiveMQConnectionFactory core = new ActiveMQConnectionFactory(url);
        if (user.isPresent()) {
            core.setUser(user.get());
        }
        if (password.isPresent()) {
            core.setPassword(password.get().reveal());
        }
        return core;
    }

    private void look() throws JMSException {
        try (Connection connection = connections.createConnection()) {
            connection.start();
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public ConnectionFactory connections() {
        return connections;
    }

    @Override
    public BrokerState state() {
        try {
            look();
            return new BrokerState(address, false, true, -1);
        } catch (JMSException | RuntimeException down) {
            return new BrokerState(address, false, false, -1);
        }
    }

    @Override
    public void close() {
        if (connections instanceof ActiveMQConnectionFactory core) {
            core.close();
        }
    }
}
