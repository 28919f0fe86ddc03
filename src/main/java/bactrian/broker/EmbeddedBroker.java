package bactrian.broker;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker in this process. Its messages outlive it. */
final class EmbeddedBroker implements Broker {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ActiveMQServer server;
    private final String address;
    private final ActiveMQConnectionFactory connections;

    private EmbeddedBroker(ActiveMQServer server, String address, ActiveMQConnectionFactory connections) {
        this.server = server;
        this.address = address;
        this.connections = connections;
    }

    static Broker start(QueuePlace place, Path folder) {
        int inside = NUMBER.incrementAndGet();
        try {
            Files.createDirectories(folder);
            requireFree(place);
        } catch (IOException trouble) {
            throw new BrokerUnavailable(
                    "The queue's broker cannot listen on " + place.host() + ":" + place.port()
                            + " or keep its messages in "
                            + folder + ": " + trouble.getMessage()
                            + ". Set BACTRIAN_QUEUE_PORT to a port that is free, or to 0 for any.",
                    trouble);
        }
        ActiveMQServer server = ActiveMQServers.newActiveMQServer(
                BrokerSetup.of(place, folder, inside), null, new Guard(place.user(), place.password()), true);
        try {
            server.start();
            if (!(server.getRemotingService().getAcceptor(BrokerSetup.ACCEPTOR) instanceof NettyAcceptor acceptor)
                    || acceptor.getActualPort() <= 0) {
                throw new IOException("it does not listen on " + place.host() + ":" + place.port());
            }
            return new EmbeddedBroker(
                    server,
                    "tcp://" + place.host() + ":" + acceptor.getActualPort(),
                    new ActiveMQConnectionFactory("vm://" + inside));
        } catch (Exception trouble) { // Artemis declares nothing narrower.
            stop(server);
            throw new BrokerUnavailable(
                    "The queue's broker cannot be started in " + folder + ": " + trouble.getMessage()
                            + ". Look into what it says; if its files are damaged, move them away.",
                    trouble);
        }
    }

    /** Artemis says it less clearly. */
    private static void requireFree(QueuePlace place) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(place.host()), place.port()));
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
        boolean up = server.isActive();
        Queue waiting = up ? server.locateQueue(Queues.INSTRUCTIONS) : null;
        return new BrokerState(address, true, up, waiting == null ? -1 : waiting.getMessageCount());
    }

    @Override
    public void close() {
        connections.close();
        stop(server);
    }

    private static void stop(ActiveMQServer server) {
        try {
            server.stop();
        } catch (Exception late) { // Artemis declares nothing narrower.
            org.slf4j.LoggerFactory.getLogger(EmbeddedBroker.class)
                    .warn("The broker did not stop in order: {}", late.toString());
        }
    }
}
