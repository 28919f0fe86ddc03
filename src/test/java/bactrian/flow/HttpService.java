package bactrian.flow;

import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import bactrian.simulator.Simulators;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One service on a real port, against the simulated providers, for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpService {
    final Simulators simulators = Simulators.start();
    RunningGateway gateway;
    Client client;

    List<Connection> connections() {
        return List.of(ConnectionDraft.to("awork", simulators.aworkUrl())
                .requestsPerSecond(1_000)
                .connection());
    }

    @BeforeAll
    void serve(@TempDir Path root) {
        gateway = GatewaySetup.in(root).served().start(connections());
        client = new Client(gateway.http());
    }

    @AfterAll
    void stop() {
        gateway.close();
        simulators.close();
    }
}
