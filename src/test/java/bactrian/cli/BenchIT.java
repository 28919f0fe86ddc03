package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark in small: that it works, and what holds on any machine. How fast it is, only a quiet one can tell. */
class BenchIT {

    @TempDir
    private Path home = Path.of("");

    @Test
    void rowsThatShareAChangeAreTheFewestCalls() {
        JsonNode figures = quick("coalescing");

        assertThat(figures.at("/coalescing/yandex-tracker/callsToMinimum").asDouble())
                .isEqualTo(1);
        assertThat(figures.at("/coalescing/awork/callsToMinimum").asDouble()).isEqualTo(1);
    }

    @Test
    void rowsThatShareNoneAreOneCallEachForAllThatAreCompared() {
        JsonNode calls = quick("calls").path("calls");

        assertThat(calls.path("callsToMinimum").asDouble()).isEqualTo(1);
        assertThat(calls.at("/plainRoute/calls").asLong())
                .isEqualTo(calls.at("/floor/calls").asLong())
                .isEqualTo(calls.at("/bactrian/calls").asLong());
    }

    @Test
    void aProvidersLimitIsUsedAndNeverPassed() {
        JsonNode rate = quick("rate").path("rate");

        assertThat(rate.path("refused").asLong()).isZero();
        assertThat(rate.path("share").asDouble()).isBetween(0.1, 1.0);
    }

    private JsonNode quick(String section) {
        try (Simulators simulators = Simulators.start()) {
            Program.Run run = new Program(home, simulators).run("bench", "--quick", "--json", section);
            assertThat(run.exitCode()).as(run.err()).isZero();
            return run.json();
        }
    }
}
