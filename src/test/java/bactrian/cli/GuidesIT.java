package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The {@code sh} blocks of each guide, and of an example that is more than one command, run as they stand, one after the other, in a folder of their own. */
class GuidesIT {
    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyBlockRunsAsItStands() {
        return Stream.of(
                        "docs/mapping.md",
                        "docs/schedules.md",
                        "docs/undo.md",
                        "examples/13-look-first-then-undo/README.md")
                .map(guide -> DynamicTest.dynamicTest(guide, () -> run(guide)));
    }

    private void run(String guide) throws IOException {
        Path home = Files.createDirectories(folder.resolve(guide));
        String blocks = BLOCK.matcher(Files.readString(Path.of(guide)))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        Files.createSymbolicLink(home.resolve("bactrian"), Path.of("bactrian").toAbsolutePath());
        Files.createSymbolicLink(home.resolve("examples"), Path.of("examples").toAbsolutePath());
        Path script = Files.writeString(home.resolve("guide.sh"), blocks);

        try (Simulators simulators = Simulators.start()) {
            Program.Run run = new Program(home, simulators).shell(script);

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        }
    }
}
