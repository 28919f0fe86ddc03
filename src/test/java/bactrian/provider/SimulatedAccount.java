package bactrian.provider;

import bactrian.operation.Connection;
import bactrian.operation.Limits;
import bactrian.operation.Secret;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Simulator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account at the simulator of a provider: sends what a dialect writes and hands back what it reads. */
public final class SimulatedAccount implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Simulators simulators = Simulators.start();
    private final Simulator simulator;

    SimulatedAccount(String provider) {
        this.simulator = simulators.all().stream()
                .filter(one -> one.name().equals(provider))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no simulator of " + provider));
    }

    /** How the provider is spoken to by whoever has credentials. */
    static Dialect dialect(Provider provider, Map<String, String> settings) {
        Secret secret = Secret.of("secret-of-the-test");
        return provider.dialect(new Connection(
                provider.name(),
                provider.name(),
                provider.profile().baseUrl(),
                Map.of("api-key", secret, "token", secret),
                settings,
                Limits.at(10)));
    }

    Reply send(Dialect dialect, Request request) throws IOException, InterruptedException {
        BodyPublisher body = request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
        HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(simulator.url() + request.path()))
                .method(request.method(), body)
                .header("Content-Type", "application/json");
        dialect.authorization().forEach(sent::header);
        request.headers().forEach(sent::header);
        HttpResponse<String> answer = client.send(sent.build(), BodyHandlers.ofString());
        return new Reply(answer.statusCode(), answer.headers().map(), answer.body());
    }

    /** From now on no credentials are good. */
    void acceptNothing() {
        simulator.credentials().accept(Set.of());
    }

    /** How many changes were made. */
    long applied() {
        return simulator.journal().total();
    }

    /** The target as it is, without what counts its changes and what is empty. */
    Optional<ObjectNode> state(String id) {
        return simulator.state(id).map(SimulatedAccount::kept);
    }

    /** A target without what counts its changes and what is empty. */
    public static ObjectNode kept(ObjectNode state) {
        ObjectNode kept = state.deepCopy().remove(List.of("resourceVersion", "version", "date_updated"));
        kept.properties().removeIf(field -> field.getValue().isNull());
        return kept;
    }

    @Override
    public void close() {
        simulators.close();
    }
}
