package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million rows in a heap of 256 MB. */
class MillionRowsIT {

    private static final long PATIENCE_SECONDS = 600;
    private static final List<String> PRIORITIES = List.of("blocker", "critical", "normal", "minor");

    @TempDir
    private Path home = Path.of("");

    @Test
    void aMillionRowsBecomeAHundredCalls() throws IOException {
        try (Simulators simulators = Simulators.start()) {
            Process apply = new Program(home, simulators)
                    .start(
                            Map.of("BACTRIAN_JAVA_OPTS", "-Xmx256m"),
                            "apply",
                            "--yes",
                            "--json",
                            file().toString(),
                            "-Dbactrian.connections.yandex-tracker.requests-per-second=200",
                            "-Dbactrian.connections.yandex-tracker.poll-interval=50ms");

            Program.Run run = Program.finish(apply, PATIENCE_SECONDS);

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.json().at("/jobs/0/rows/succeeded").asLong()).isEqualTo(1_000_000);
            assertThat(run.json().at("/jobs/0/calls").asLong()).isEqualTo(100);
        }
    }

    private Path file() throws IOException {
        Path file = home.resolve("million.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("provider,operation,id,priority.key\n");
            for (int row = 1; row <= 1_000_000; row++) {
                out.write("yandex-tracker,update,TEST-" + row + "," + PRIORITIES.get(row % PRIORITIES.size()) + "\n");
            }
        }
        return file;
    }
}
