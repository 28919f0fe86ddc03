package bactrian.flow;

import bactrian.config.HttpSettings;
import bactrian.web.Site;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

/** The way in over HTTP. Loaded only where it is served. */
final class HttpDoor extends RouteBuilder {
    /** An upload may keep a worker busy for long without being stuck. */
    private static final int PATIENT_HOURS = 12;

    /** More than slow senders are likely to keep busy. */
    private static final int WORKERS = 64;

    private final HttpSettings settings;

    private HttpDoor(HttpSettings settings) {
        this.settings = settings;
    }

    static HttpDoor bind(Main main, Site site, HttpSettings settings) {
        HttpDoor door = new HttpDoor(settings);
        main.configure()
                .httpServer()
                .withEnabled(true)
                .withHost(settings.host())
                .withPort(settings.port());
        VertxPlatformHttpEngine engine = new VertxPlatformHttpEngine();
        engine.setHandlers(List.of(new SendEvents(site)));
        main.bind(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, engine);
        main.bind("vertx-options", options());
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
     * The server itself only logs that it cannot listen.
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
    URI address(CamelContext context) {
        String router = VertxPlatformHttpRouter.getRouterNameFromPort(settings.port());
        int port = VertxPlatformHttpRouter.lookup(context, router).getServer().getPort();
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + port);
    }

    private static VertxOptions options() {
        return new VertxOptions()
                .setWorkerPoolSize(WORKERS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false))
                .setMaxWorkerExecuteTime(PATIENT_HOURS)
                .setMaxWorkerExecuteTimeUnit(TimeUnit.HOURS);
    }
}
