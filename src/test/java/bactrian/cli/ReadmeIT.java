package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every {@code sh} block of the README runs as it stands, one after the other, in a folder where {@code ./bactrian} is the
 * program. Blocks that go on for ever, or build the project, are marked {@code console} and are not run.
 */
class ReadmeIT {
    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyBlockRunsAsItStands() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        Files.createSymbolicLink(folder.resolve("bactrian"), Path.of("bactrian").toAbsolutePath());
        Path script = Files.writeString(folder.resolve("readme.sh"), String.join("\n", blocks));

        try (Simulators simulators = Simulators.start()) {
            Program program = new Program(folder, simulators);

            Program.Run run = program.shell(script);

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(program.resultFolders()).hasSize(3);
        }
        assertThat(blocks).hasSizeGreaterThan(4);
    }
}
