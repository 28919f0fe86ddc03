package bactrian.flow;

import bactrian.config.HttpSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/**
 * Camel's server, but for HTTP/1.1 only. Where a client asks to go over to HTTP/2 without TLS, as Java's does, Vert.x keeps
 * the whole body of that request in memory, however slowly it is read; and Camel passes no such setting on to Vert.x.
 */
final class PlainServer extends VertxPlatformHttpServer {
    /** An upload may keep a worker busy for long without being stuck. */
    private static final int PATIENT_HOURS = 12;

    /** Somebody may leave thousands of single rows out of a plan, in characters. */
    private static final int LONGEST_LINE = 1 << 16;

    /** More than slow senders of documents can keep busy. */
    private static final int WORKERS = 64;

    private final HttpSettings settings;
    private Optional<HttpServer> listening = Optional.empty();

    PlainServer(HttpSettings settings) {
        super(configuration(settings));
        this.settings = settings;
    }

    /** Where it listens, once started. */
    URI address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + getPort());
    }

    @Override
    public HttpServer getServer() {
        return listening.orElseThrow(() -> new IllegalStateException("the server is not started"));
    }

    @Override
    public int getPort() {
        return listening.map(HttpServer::actualPort).orElse(settings.port());
    }

    @Override
    protected Vertx createVertxInstance() {
        return Vertx.vertx(new VertxOptions()
                .setWorkerPoolSize(WORKERS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false))
                .setMaxWorkerExecuteTime(PATIENT_HOURS)
                .setMaxWorkerExecuteTimeUnit(TimeUnit.HOURS));
    }

    @Override
    protected void startServer() {
        String name = VertxPlatformHttpRouter.getRouterNameFromPort(settings.port());
        listening = Optional.of(await(getVertx()
                .createHttpServer(
                        new HttpServerOptions().setHttp2ClearTextEnabled(false).setMaxInitialLineLength(LONGEST_LINE))
                .requestHandler(new SoundRequests(VertxPlatformHttpRouter.lookup(getCamelContext(), name)))
                .listen(settings.port(), settings.host())));
    }

    @Override
    protected void stopServer() {
        listening.ifPresent(server -> await(server.close()));
        listening = Optional.empty();
    }

    /** Also called where the routes were made and never started. */
    @Override
    protected void stopVertx() {
        Vertx vertx = getVertx();
        if (vertx != null) {
            await(vertx.close());
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static VertxPlatformHttpServerConfiguration configuration(HttpSettings settings) {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(settings.host());
        configuration.setBindPort(settings.port());
        return configuration;
    }
}
