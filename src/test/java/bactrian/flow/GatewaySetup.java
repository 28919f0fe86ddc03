package bactrian.flow;

import bactrian.broker.QueuePlace;
import bactrian.config.Home;
import bactrian.config.HttpSettings;
import bactrian.config.NodeSettings;
import bactrian.config.Settings;
import bactrian.dispatch.Timekeeper;
import bactrian.ledger.JobOrder;
import bactrian.ledger.Retention;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Holds;
import bactrian.operation.InvalidRows;
import bactrian.operation.Secret;
import bactrian.provider.Providers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a gateway of a test is made of. Until told otherwise it has the shipped providers and routes and goes by the real
 * time; it has no queue, is not served over HTTP, and tells nobody what it does. Each method changes this setup and gives it
 * back.
 */
final class GatewaySetup {
    static final Path SHIPPED_ROUTES = Path.of("routes");
    static final int LARGEST_UPLOAD = 1 << 20;

    final Path root;
    Providers providers = Providers.shipped();
    Timekeeper time = Timekeeper.of(InstantSource.system());
    QueuePlace queue = QueuePlace.NONE;
    Path routes = SHIPPED_ROUTES;
    Optional<HttpSettings> http = Optional.empty();
    Optional<URI> collector = Optional.empty();
    private Map<String, String> placeholders = Map.of();

    private GatewaySetup(Path root) {
        this.root = root;
    }

    /** @param root the home */
    static GatewaySetup in(Path root) {
        return new GatewaySetup(root);
    }

    GatewaySetup providers(Providers other) {
        providers = other;
        return this;
    }

    GatewaySetup time(Timekeeper other) {
        time = other;
        return this;
    }

    GatewaySetup queue(QueuePlace place) {
        queue = place;
        return this;
    }

    /**
     * Other routes than the shipped ones.
     *
     * @param folder a folder of route files
     * @param settings what an operator has set for them
     */
    GatewaySetup routes(Path folder, Map<String, String> settings) {
        routes = folder;
        placeholders = settings;
        return this;
    }

    /** Is served over HTTP, to anybody on this machine, at any port. */
    GatewaySetup served() {
        return served(anyPort(Optional.empty()));
    }

    GatewaySetup served(HttpSettings settings) {
        http = Optional.of(settings);
        return this;
    }

    /** @param address where a collector of traces is */
    GatewaySetup traced(URI address) {
        collector = Optional.of(address);
        return this;
    }

    static HttpSettings anyPort(Optional<Secret> token) {
        return new HttpSettings("127.0.0.1", 0, token, Set.of(), LARGEST_UPLOAD);
    }

    RunningGateway start(Connection... connections) {
        return start(List.of(connections));
    }

    RunningGateway start(List<Connection> connections) {
        RunningGateway gateway = new RunningGateway(this, Connections.of(connections));
        gateway.start();
        return gateway;
    }

    Settings settings(Home home, Connections connections) {
        return new Settings(
                ZoneOffset.UTC,
                StandardCharsets.UTF_8,
                InvalidRows.SKIP,
                Settings.Formulas.AS_THEY_ARE,
                JobOrder.OVERLAPPING,
                OptionalLong.empty(),
                Optional.empty(),
                queue,
                Optional.empty(),
                Optional.empty(),
                new NodeSettings("test", Duration.ofSeconds(30)),
                Retention.USUAL,
                http.orElseGet(() -> anyPort(Optional.empty())),
                connections,
                connection -> Optional.empty(),
                Holds.NONE,
                placeholders,
                home.root().resolve("mappings"),
                Optional.empty(),
                Map.of(),
                List.of());
    }
}
