package bactrian.broker;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Sends as another program would: by AMQP 1.0. */
public final class Sender {
    private Sender() {}

    /**
     * Sends an instruction to a broker that asks for no password; when this returns, the broker has it on its disk.
     *
     * @param address for example {@code tcp://127.0.0.1:61616}
     * @throws BrokerUnavailable when it cannot
     */
    public static void send(String address, String instruction) {
        try (JMSContext context = new JmsConnectionFactory(address.replace("tcp:", "amqp:")).createContext()) {
            context.createProducer().send(context.createQueue(Queues.INSTRUCTIONS), instruction);
        } catch (JMSRuntimeException trouble) {
            throw new BrokerUnavailable(
                    "Nothing can be sent to the broker at " + address + ": " + trouble.getMessage(), trouble);
        }
    }
}
