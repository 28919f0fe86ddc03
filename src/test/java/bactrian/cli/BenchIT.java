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
    void aQuickRunMeasuresTheFewestCallsAndNoRefusal() {
        try (Simulators simulators = Simulators.start()) {
            Program.Run run =
                    new Program(home, simulators).run("bench", "--quick", "--json", "coalescing", "calls", "rate");

            assertThat(run.exitCode()).as(run.err()).isZero();
            JsonNode figures = run.json();
            assertThat(figures.at("/coalescing/yandex-tracker/callsToMinimum").asDouble())
                    .isEqualTo(1);
            assertThat(figures.at("/coalescing/awork/callsToMinimum").asDouble())
                    .isEqualTo(1);
            assertThat(figures.at("/calls/callsToMinimum").asDouble()).isEqualTo(1);
            assertThat(figures.at("/calls/plainRoute/calls").asLong())
                    .as("the yardstick does the same")
                    .isEqualTo(figures.at("/calls/floor/calls").asLong());
            assertThat(figures.at("/rate/refused").asLong()).isZero();
            assertThat(figures.at("/rate/share").asDouble()).isBetween(0.1, 1.0);
        }
    }
}
