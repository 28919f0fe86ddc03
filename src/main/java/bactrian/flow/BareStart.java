package bactrian.flow;

import bactrian.broker.Broker;
import bactrian.broker.QueuePlace;
import java.nio.file.Path;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * Camel with a web server and an HTTP client, an embedded broker, and one route that does nothing: the least that the
 * service has to start. A yardstick of the benchmark, no part of the gateway.
 */
public final class BareStart implements AutoCloseable {
    private final Main main = new Main();

    private final Broker broker;

    private BareStart(Broker broker) {
        this.broker = broker;
    }

    /** Returns when it is ready. @param messages where the broker keeps its own */
    public static BareStart now(Path messages) throws Exception {
        BareStart start = new BareStart(Broker.open(QueuePlace.embedded(), messages));
        start.main.configure().withName("bare").withJmxEnabled(false);
        start.main.configure().setStartupSummaryLevel(StartupSummaryLevel.Off);
        start.main
                .configure()
                .httpServer()
                .withEnabled(true)
                .withHost("127.0.0.1")
                .withPort(0);
        start.main.setPropertyPlaceholderLocations("false");
        start.main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/").to("seda:work");
                from("seda:work").to("http://127.0.0.1:9/");
            }
        });
        start.main.start();
        return start;
    }

    @Override
    public void close() {
        main.stop();
        broker.close();
    }
}
