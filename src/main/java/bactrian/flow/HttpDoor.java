package bactrian.flow;

import bactrian.config.HttpSettings;
import bactrian.web.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The way in over HTTP. Loaded only where it is served. */
final class HttpDoor extends RouteBuilder {
    private final HttpSettings settings;
    private final PlainServer server;

    private HttpDoor(HttpSettings settings) {
        this.settings = settings;
        this.server = new PlainServer(settings);
    }

    static HttpDoor bind(Main main, Site site, HttpSettings settings) {
        HttpDoor door = new HttpDoor(settings);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport configured) {
                door.serve(configured.getCamelContext());
            }
        });
        VertxPlatformHttpEngine engine = new VertxPlatformHttpEngine();
        engine.setHandlers(List.of(new SendEvents(site)));
        main.bind(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, engine);
        main.bind("answerRequest", new AnswerRequest(site));
        main.configure().addRoutesBuilder(door);
        return door;
    }

    @Override
    public void configure() {
        from("platform-http:/?matchOnUriPrefix=true&useBodyHandler=false")
                .routeId("http")
                .routeDescription("Answers over HTTP: the page and everything below /api")
                .errorHandler(noErrorHandler())
                .process("answerRequest");
    }

    /**
     * Before anything is started, and with more to say than the server has.
     *
     * @throws GatewayBroken with what to do
     */
    void requirePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
        } catch (IOException taken) {
            throw new GatewayBroken("Port " + settings.port() + " of " + settings.host() + " cannot be opened: "
                    + taken.getMessage() + ". Stop the program that has it, or set BACTRIAN_HTTP_PORT"
                    + " to another one, or to 0 for any free one.");
        }
    }

    /** Where it listens, once started. */
    URI address() {
        return server.address();
    }

    private void serve(CamelContext context) {
        try {
            context.addService(server);
        } catch (Exception broken) { // Camel declares nothing narrower.
            throw new GatewayBroken(broken);
        }
    }
}
