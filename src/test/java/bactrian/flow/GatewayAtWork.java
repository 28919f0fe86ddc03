package bactrian.flow;

import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import bactrian.simulator.Simulators;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Gateways over one home, one after the other, against the simulated providers. What a test opens is closed, the last first. */
abstract class GatewayAtWork {
    /** The id of an awork task, but for its last digit. */
    static final String TASK = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6";

    final Path folder;
    final Path home;
    final Simulators simulators = Simulators.start();
    private final Deque<AutoCloseable> open = new ArrayDeque<>(List.of(simulators));

    GatewayAtWork(@TempDir Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable last = open.poll(); last != null; last = open.poll()) {
            last.close();
        }
    }

    final <T extends AutoCloseable> T open(T resource) {
        open.push(resource);
        return resource;
    }

    /** Before the test is over. */
    final void close(AutoCloseable resource) throws Exception {
        open.remove(resource);
        resource.close();
    }

    final GatewaySetup setup() {
        return GatewaySetup.in(home);
    }

    final RunningGateway start(GatewaySetup setup) {
        return open(setup.start(
                ConnectionDraft.to("awork", simulators.aworkUrl()).connection(),
                ConnectionDraft.to("close", simulators.closeUrl()).connection(),
                ConnectionDraft.to("yandex-tracker", simulators.yandexTrackerUrl())
                        .connection()));
    }

    final RunningGateway start(GatewaySetup setup, Connection connection) {
        return open(setup.start(connection));
    }
}
