package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every folder of examples does what its expected.json says. */
class ExamplesIT {

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyExampleEndsAsItSays() {
        return Program.list(Path.of("examples")).stream()
                .filter(example ->
                        Files.exists(example.resolve("expected.json"))) // the others are routes, see ToldTest
                .map(example -> DynamicTest.dynamicTest(example.getFileName().toString(), () -> check(example)));
    }

    private void check(Path example) throws Exception {
        JsonNode expected = Program.json(example.resolve("expected.json"));
        Path home = Files.createDirectory(folder.resolve(example.getFileName()));
        List<String> arguments = new ArrayList<>(
                expected.has("schedule")
                        ? List.of("schedule", expected.get("schedule").asText(), "--now", "--yes", "--json")
                        : List.of("apply", "--yes", "--json"));
        for (String option : List.of("provider", "operation")) {
            if (expected.has(option)) {
                arguments.addAll(List.of("--" + option, expected.get(option).asText()));
            }
        }
        if (expected.has("mapping")) {
            Path mapping = example.resolve(expected.get("mapping").asText()).toAbsolutePath();
            arguments.addAll(List.of("--mapping", mapping.toString()));
        }
        if (expected.has("schedule")) {
            arguments.add("-Dbactrian.schedule-folder=" + example.toAbsolutePath());
        } else {
            arguments.add(example.resolve(expected.get("file").asText())
                    .toAbsolutePath()
                    .toString());
        }
        arguments.add("-Dbactrian.connections.yandex-tracker.poll-interval=100ms");
        arguments.add("-Dbactrian.connections.close.poll-interval=100ms");

        try (Simulators simulators = Simulators.start()) {
            Program program = new Program(home, simulators);

            Program.Run run = program.run(arguments.toArray(String[]::new));

            assertThat(run.exitCode())
                    .as(run.out() + run.err())
                    .isEqualTo(expected.get("exit").asInt());
            JsonNode job = run.json().path("jobs").path(0);
            assertThat(job.path("state")).isEqualTo(expected.get("state"));
            if (expected.has("problem")) {
                assertThat(program.resultFolders()).isEmpty();
                assertThat(Program.list(home.resolve("dead-letter"))).hasSize(2);
                assertThat(Program.json(Program.list(home.resolve("dead-letter"))
                                        .get(1))
                                .path("code"))
                        .isEqualTo(expected.get("problem"));
            } else {
                JsonNode summary = Program.json(program.results().resolve("summary.json"));
                assertThat(summary.path("rows")).isEqualTo(expected.get("rows"));
                assertThat(summary.path("codes")).isEqualTo(expected.get("codes"));
                assertThat(summary.path("calls")).isEqualTo(expected.get("calls"));
            }
        }
    }
}
