package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.FakeProvider;
import bactrian.dispatch.PlannedJob;
import bactrian.ledger.LaneState;
import bactrian.network.ReservedPort;
import bactrian.operation.ConnectionDraft;
import bactrian.outcome.Code;
import bactrian.provider.Providers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire, and what is made of what comes back or does not. */
class WireTest {
    private final Path root;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private Answer answer = exchange -> reply(exchange, 200, "ok");
    private Optional<RunningGateway> started = Optional.empty();

    WireTest(@TempDir Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            seen.add(Seen.of(exchange));
            answer.to(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        started.ifPresent(RunningGateway::close);
        server.stop(0);
    }

    @Test
    void aRequestGoesOutExactlyAsItWasWritten() throws InterruptedException {
        PlannedJob job = job(url(), FakeProvider.SET);

        settled(job);

        assertThat(seen).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("POST /base/calls/set?n=1");
            assertThat(request.body()).isEqualTo("[\"t0\"]");
            assertThat(request.headers()).containsEntry("Content-type", "application/json");
            assertThat(request.headers()).containsEntry("Authorization", "Bearer open-sesame");
        });
    }

    @Test
    void neitherRedirectsAreFollowedNorCookiesKept() throws InterruptedException {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            reply(exchange, seen.size() == 1 ? 307 : 200, seen.size() == 1 ? "again" : "ok");
        };
        PlannedJob job = job(url(), FakeProvider.SET);

        settled(job);

        assertThat(seen)
                .extracting(Seen::line)
                .containsOnly("POST /base/calls/set?n=1")
                .hasSize(2);
        assertThat(seen.get(1).headers()).doesNotContainKey("Cookie");
    }

    @Test
    void anAnswerInACharacterSetThatIsNoneIsAnAnswer() throws InterruptedException {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=%%%");
            reply(exchange, 200, "ok");
        };
        PlannedJob job = job(url(), FakeProvider.POKE);

        settled(job);

        assertThat(job.outcomes()).containsExactly("succeeded ok");
        assertThat(seen).hasSize(1);
    }

    @Test
    void aConnectionThatIsClosedWithoutAnAnswerIsALostAnswer() throws InterruptedException {
        answer = exchange -> {};
        PlannedJob job = job(url(), FakeProvider.POKE);

        settled(job);

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown");
        assertThat(seen).hasSize(1);
    }

    @Test
    void anAnswerThatNeverEndsIsALostAnswer() throws InterruptedException {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[1 << 16]);
                }
            }
        };
        PlannedJob job = job(url(), FakeProvider.POKE);

        settled(job);

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown");
    }

    @Test
    void aRefusedConnectionWasNeverSent() throws Exception {
        try (ReservedPort nobody = new ReservedPort()) {
            job(URI.create("http://127.0.0.1:" + nobody.number() + "/base"), FakeProvider.POKE);

            assertThat(trouble().code()).isEqualTo(Code.UNAVAILABLE);
        }
    }

    @Test
    void aProviderThatMayBeAwayIsAskedWhetherItIsThereBeforeAnythingElseIsSent() throws InterruptedException {
        answer = exchange -> reply(exchange, seen.size() == 1 ? 503 : 200, seen.size() == 2 ? "{}" : "ok");
        PlannedJob job = job(url(), FakeProvider.POKE, 1, 1);

        settled(job);

        assertThat(seen)
                .extracting(Seen::line)
                .containsExactly(
                        "POST /base/calls/poke?n=1", "GET /base" + FakeProvider.PROBE, "POST /base/calls/poke?n=2");
        assertThat(seen.get(1).headers()).containsEntry("Authorization", "Bearer open-sesame");
        assertThat(job.job().calls()).isEqualTo(2);
    }

    @Test
    void anUnknownHostWasNeverSent() throws InterruptedException {
        job(URI.create("http://nowhere.invalid/base"), FakeProvider.POKE);

        assertThat(trouble().why()).contains("unknown host");
    }

    @Test
    void aServerThatDoesNotSpeakTlsWasNeverSentAnything() throws InterruptedException {
        job(URI.create(url().toString().replace("http:", "https:")), FakeProvider.POKE);

        assertThat(trouble().code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(seen).isEmpty();
    }

    private PlannedJob job(URI url, String operation) {
        return job(url, operation, 1);
    }

    private PlannedJob job(URI url, String operation, int... sizes) {
        RunningGateway gateway = GatewaySetup.in(root)
                .providers(new Providers(List.of(new FakeProvider())))
                .start(ConnectionDraft.to("fake", url)
                        .workers(1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .responseTimeout(Duration.ofSeconds(5))
                        .attempts(3)
                        .connection());
        started = Optional.of(gateway);
        return PlannedJob.running(gateway.ledger(), FakeProvider.change("fake", operation), sizes);
    }

    private static void settled(PlannedJob job) throws InterruptedException {
        RunningGateway.until(
                () -> job.job().tally().settled() == job.job().tally().total());
    }

    private LaneState.Trouble trouble() throws InterruptedException {
        var lane = started.orElseThrow().lanes().of("fake").orElseThrow();
        RunningGateway.until(() -> lane.state().trouble().isPresent());
        return lane.state().trouble().orElseThrow();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private record Seen(String line, Map<String, String> headers, String body) {
        static Seen of(HttpExchange exchange) throws IOException {
            Map<String, String> headers = new java.util.TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Seen(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
