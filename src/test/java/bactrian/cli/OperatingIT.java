package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every {@code sh} block of the page on operating runs as it stands, after a job some edits of which became unknown. */
class OperatingIT {
    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String BEFORE =
            """
            export BACKUP=$PWD/backup RESTORED=$PWD/restored
            cat > later.csv <<'CSV'
            id,daysOffset
            a3f1c9e2-4b7d-4f8a-9c2e-000000000001,3
            a3f1c9e2-4b7d-4f8a-9c2e-000000000002,4
            CSV
            ./bactrian apply --provider awork --operation adjustdates later.csv || true
            JOB=$(ls "$BACTRIAN_HOME/results")
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyBlockRunsAsItStands() throws IOException {
        assumeTrue(isThere("sqlite3"), "the backup needs sqlite3");
        List<String> script = new ArrayList<>(List.of(BEFORE));
        BLOCK.matcher(Files.readString(Path.of("docs/operating.md")))
                .results()
                .map(block -> block.group(1))
                .forEach(script::add);
        Files.createSymbolicLink(folder.resolve("bactrian"), Path.of("bactrian").toAbsolutePath());
        Path file = Files.writeString(folder.resolve("operating.sh"), String.join("\n", script));

        try (Simulators simulators = Simulators.start()) {
            simulators.awork().faults().add(Fault.once(Effect.RESET_AFTER));
            Program program = new Program(folder, simulators);

            Program.Run run = program.shell(file);

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("1 unknown", "outcome-unknown", "\nok\n");
            assertThat(program.resultFolders()).hasSize(2);
        }
        Path restored = Program.list(folder.resolve("restored/results")).get(0);
        assertThat(restored.resolve("unknown.csv")).exists();
        assertThat(script).hasSizeGreaterThan(7);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
