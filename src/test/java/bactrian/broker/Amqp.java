package bactrian.broker;

import org.apache.qpid.jms.JmsConnectionFactory;

/** AMQP as somebody's program speaks it, by a library that is not the broker's own. */
public final class Amqp {
    private Amqp() {}

    /** @param address of a broker, {@code tcp://host:port} */
    public static JmsConnectionFactory at(String address) {
        return new JmsConnectionFactory(address.replace("tcp:", "amqp:"));
    }
}
