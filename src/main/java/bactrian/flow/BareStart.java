package bactrian.flow;

import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * Camel with a web server and an HTTP client, and one route that does nothing: the least that the service has to
 * start. A yardstick of the benchmark, no part of the gateway.
 */
public final class BareStart implements AutoCloseable {
    private final Main main = new Main();

    private BareStart() {}

    /** Returns when it is ready. */
    public static BareStart now() throws Exception {
        BareStart start = new BareStart();
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
    }
}
