package bactrian.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class SimulatorsTest {

    @Test
    void startsThreeServersOnFreeLoopbackPorts() throws Exception {
        try (Simulators simulators = Simulators.start()) {
            assertThat(simulators.closeUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+/api/v1");
            assertThat(simulators.aworkUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+/api/v1");
            assertThat(simulators.yandexTrackerUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+/v3");
            assertThat(Caller.close(simulators).get("/task/task_1/").status()).isEqualTo(200);
            assertThat(Caller.awork(simulators)
                            .get("/tasks/a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d")
                            .status())
                    .isEqualTo(200);
            assertThat(Caller.yandexTracker(simulators).get("/issues/TEST-1").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void nobodyIsLeftListeningAfterClose() {
        Simulators simulators = Simulators.start();

        simulators.close();

        assertThatThrownBy(() -> Caller.close(simulators).get("/task/task_1/")).isInstanceOf(ConnectException.class);
    }

    @Test
    void aTakenPortIsSaidAndNothingIsLeftRunning() {
        try (Simulators first = Simulators.start()) {
            int taken = first.yandexTrackerUrl().getPort();

            assertThatThrownBy(
                            () -> Simulators.start(SimulatorOptions.standard().ports(0, 0, taken)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("yandex-tracker")
                    .hasMessageContaining(Integer.toString(taken));
        }
    }
}
