package bactrian.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How the embedded broker is set up. */
final class BrokerSetup {
    static final String ACCEPTOR = "all";

    /** Durable writes are gathered this long, in nanoseconds; the usual 3.3 ms cap them at 300 a second and sender. */
    private static final int GATHER = 200_000;

    private static final int MEGABYTE = 1 << 20;

    private BrokerSetup() {}

    /** @param inside the number under which this process reaches it */
    static Configuration of(QueuePlace place, Path folder, int inside) {
        Configuration setup = new ConfigurationImpl()
                .setName("bactrian")
                .setSecurityEnabled(true)
                // What is remembered of one connection would be believed of the next, wherever that comes from.
                .setAuthenticationCacheSize(0)
                .setAuthorizationCacheSize(0)
                .setJMXManagementEnabled(false)
                .setCriticalAnalyzer(false)
                .setGracefulShutdownEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(GATHER)
                .setJournalFileSize(4 * MEGABYTE)
                .setGlobalMaxSize(64L * MEGABYTE)
                .setMaxDiskUsage(-1)
                .setMinDiskFree(64L * MEGABYTE)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString());
        setup.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of("host", place.host(), "port", place.port(), "protocols", "CORE,AMQP,STOMP"),
                ACCEPTOR,
                Map.of("anycastPrefix", "/queue/", "multicastPrefix", "/topic/", "supportAdvisory", "false")));
        setup.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of(TransportConstants.SERVER_ID_PROP_NAME, inside), "inside"));
        setup.addAddressSetting("#", settings().setAutoCreateAddresses(false).setAutoCreateQueues(false));
        setup.addAddressSetting(
                Queues.PREFIX + "#", settings().setAutoCreateAddresses(true).setAutoCreateQueues(true));
        List.of(Queues.INSTRUCTIONS, Queues.RESULTS, Queues.DEAD_LETTER)
                .forEach(name -> setup.addAddressConfiguration(new CoreAddressConfiguration()
                        .setName(name)
                        .addRoutingType(RoutingType.ANYCAST)
                        .addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST))));
        return setup;
    }

    /** A message that cannot be stored is tried for ever; one that nobody consumes waits on the disk. */
    private static AddressSettings settings() {
        return new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(1000)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }
}
