package bactrian.broker;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Optional;

/** The broker that messages come from, ready to be used. */
public interface Broker extends AutoCloseable {

    /**
     * Starts the embedded broker, or looks whether the external one answers.
     *
     * @param folder where the embedded one keeps its messages; made where missing
     * @throws BrokerUnavailable with what is wrong and what to do
     */
    static Broker open(QueuePlace place, Path folder) {
        return place.url().isPresent()
                ? ExternalBroker.reach(place, place.url().get())
                : EmbeddedBroker.start(place, folder);
    }

    /** Where programs reach it, without credentials, for example {@code tcp://127.0.0.1:61616}. */
    String address();

    /** Connections for this process; nothing is pooled. */
    ConnectionFactory connections();

    BrokerState state();

    /** What is wrong with it, for people; empty where nothing is. */
    default Optional<String> trouble() {
        return state().up() ? Optional.empty() : Optional.of("The broker at " + address() + " does not answer.");
    }

    /** Lets go of it; the embedded one stops. Messages stay. */
    @Override
    void close();
}
