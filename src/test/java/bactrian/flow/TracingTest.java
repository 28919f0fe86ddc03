package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.ConnectionDraft;
import bactrian.simulator.Simulators;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracingTest {
    private static final String DOCUMENT = "id,isPrio\na3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c60,true\n";

    @Test
    void aCollectorIsToldWhatTheRoutesDoAndNoSecret(@TempDir Path root) throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        URI address = URI.create("http://127.0.0.1:" + collector.getAddress().getPort());

        try (Simulators simulators = Simulators.start()) {
            try (RunningGateway gateway = GatewaySetup.in(root)
                    .traced(address)
                    .start(ConnectionDraft.to("awork", simulators.aworkUrl()).connection())) {
                gateway.drop("awork/setprio/prio.csv", DOCUMENT);
                gateway.end();
            }
            assertThat(String.join("", told))
                    .contains(
                            "bactrian", "direct://submit", simulators.aworkUrl().getAuthority())
                    .doesNotContain(ConnectionDraft.SECRET);
        } finally {
            collector.stop(0);
        }
    }
}
