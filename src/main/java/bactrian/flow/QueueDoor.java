package bactrian.flow;

import bactrian.broker.Broker;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.PassThroughJmsKeyFormatStrategy;
import org.apache.camel.main.Main;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** The way to the broker, as the component {@code jms} of the routes. */
final class QueueDoor implements AutoCloseable {
    private static final long RECOVERY = 1_000;

    private final Broker broker;
    private final JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();

    private QueueDoor(Broker broker) {
        this.broker = broker;
        pool.setConnectionFactory(broker.connections());
        pool.setMaxConnections(2);
    }

    static QueueDoor bind(Main main, Broker broker) {
        QueueDoor door = new QueueDoor(broker);
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(door.pool);
        jms.setDestinationResolver(new Destinations());
        jms.setJmsKeyFormatStrategy(new PassThroughJmsKeyFormatStrategy());
        jms.setRecoveryInterval(RECOVERY);
        jms.setErrorHandlerLogStackTrace(false);
        main.bind("jms", jms);
        return door;
    }

    Broker broker() {
        return broker;
    }

    @Override
    public void close() {
        pool.stop();
        broker.close();
    }
}
