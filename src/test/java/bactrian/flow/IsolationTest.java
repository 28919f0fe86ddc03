package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.FakeProvider;
import bactrian.ledger.Job;
import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import bactrian.provider.Providers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One provider is ill, another one is well, in one run: the calls to the one that is well are all done first. */
class IsolationTest {
    private static final int CALLS = 40;

    private final Path root;
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger atTheIll = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    IsolationTest(@TempDir Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/well", exchange -> reply(exchange, 200));
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aProviderThatDoesNotAnswerSlowsNobodyElse() throws Exception {
        others(exchange -> {
            await();
            reply(exchange, 200);
        });
        try (RunningGateway gateway = start()) {
            drop(gateway, "ill");
            RunningGateway.until(() -> atTheIll.get() >= 4);

            drop(gateway, "well");
            Job well = ended(gateway, "well");

            assertThat(well.tally().succeeded()).isEqualTo(CALLS);
            assertThat(job(gateway, "ill").tally().settled()).isZero();
            assertThat(atTheIll).as("as many as it has workers").hasValue(4);
            released.countDown();
            assertThat(ended(gateway, "ill").tally().succeeded()).isEqualTo(CALLS);
        }
    }

    @Test
    void aProviderThatAsksToWaitSlowsNobodyElse() throws Exception {
        others(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            reply(exchange, 429);
        });
        try (RunningGateway gateway = start()) {
            drop(gateway, "ill");
            RunningGateway.until(() -> atTheIll.get() >= 1);

            drop(gateway, "well");
            Job well = ended(gateway, "well");

            assertThat(well.tally().succeeded()).isEqualTo(CALLS);
            assertThat(job(gateway, "ill").tally().settled()).isZero();
            assertThat(atTheIll.get())
                    .as("those in flight before the first answer")
                    .isLessThanOrEqualTo(4);
        }
    }

    private void others(Answer answer) {
        server.createContext("/ill", exchange -> {
            atTheIll.incrementAndGet();
            answer.to(exchange);
        });
    }

    private void await() throws IOException {
        try {
            released.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            throw new IOException(stopping);
        }
    }

    private RunningGateway start() {
        return GatewaySetup.in(root)
                .providers(new Providers(List.of(new FakeProvider())))
                .start(connection("ill"), connection("well"));
    }

    private static void drop(RunningGateway gateway, String connection) throws IOException {
        StringBuilder rows = new StringBuilder("provider,operation,connection,id\n");
        for (int row = 0; row < CALLS; row++) {
            rows.append("fake,set,").append(connection).append(",t").append(row).append('\n');
        }
        gateway.drop(connection + ".csv", rows.toString());
    }

    private static Job job(RunningGateway gateway, String connection) {
        return gateway.ledger().jobs().newest(9).stream()
                .filter(job -> job.arrival().fileName().equals(connection + ".csv"))
                .findFirst()
                .orElseThrow();
    }

    private static Job ended(RunningGateway gateway, String connection) throws InterruptedException {
        RunningGateway.until(
                () -> gateway.ledger().jobs().newest(9).stream()
                        .anyMatch(job -> job.arrival().fileName().equals(connection + ".csv")
                                && job.state().ended()),
                Duration.ofSeconds(90));
        return job(gateway, connection);
    }

    private Connection connection(String name) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
        return ConnectionDraft.to("fake", url)
                .named(name)
                .requestsPerSecond(200)
                .idsPerCall(1)
                .responseTimeout(Duration.ofMinutes(2))
                .giveUpAfter(Duration.ofHours(2))
                .connection();
    }

    private static void reply(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = "ok".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }
}
