package bactrian.flow;

import bactrian.operation.Connection;
import bactrian.provider.Providers;
import bactrian.simulator.Simulators;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One service on a real port, against the simulated providers, for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpService {
    static final int LARGEST = 1 << 20;

    final Simulators simulators = Simulators.start();
    RunningGateway gateway;
    Client client;

    abstract Connection[] connections();

    @BeforeAll
    void serve(@TempDir Path root) {
        gateway = RunningGateway.serve(
                root, Providers.shipped(), RunningGateway.anyPort(Optional.empty(), LARGEST), connections());
        client = new Client(gateway.http());
    }

    @AfterAll
    void stop() {
        gateway.close();
        simulators.close();
    }
}
