package bactrian.flow;

import bactrian.broker.Broker;
import bactrian.broker.OpeningBroker;
import java.util.Objects;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.PassThroughJmsKeyFormatStrategy;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** The way to the broker, as the component {@code jms} of the routes. */
final class QueueDoor implements AutoCloseable {
    private static final long RECOVERY = 1_000;

    private final OpeningBroker opening;
    private final JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
    private @Nullable Broker broker;

    private QueueDoor(OpeningBroker opening) {
        this.opening = opening;
        pool.setMaxConnections(2);
    }

    static QueueDoor bind(Main main, OpeningBroker opening) {
        QueueDoor door = new QueueDoor(opening);
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(door.pool);
        jms.setDestinationResolver(new Destinations());
        jms.setJmsKeyFormatStrategy(new PassThroughJmsKeyFormatStrategy());
        jms.setRecoveryInterval(RECOVERY);
        jms.setErrorHandlerLogStackTrace(false);
        main.bind("jms", jms);
        return door;
    }

    /** Waits for the broker. To be done before a route starts. @throws bactrian.broker.BrokerUnavailable as it says */
    void open() {
        broker = opening.take().orElseThrow();
        pool.setConnectionFactory(broker.connections());
    }

    Broker broker() {
        return Objects.requireNonNull(broker, "not open yet");
    }

    @Override
    public void close() {
        pool.stop();
        if (broker != null) {
            broker.close();
        }
        opening.close();
    }
}
