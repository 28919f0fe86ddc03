package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that the first start of a build makes, see {@link Program}. */
class ArchiveIT {
    private static final String ARCHIVED = "bactrian.Main source: shared objects file";

    @TempDir
    private Path home = Path.of("");

    @Test
    void laterStartsMapTheirClassesFromTheArchiveThatTheFirstOneMade() throws IOException {
        assertThat(loaded("")).contains(ARCHIVED);
    }

    @Test
    void whoWantsNoArchiveStartsWithoutIt() throws IOException {
        assertThat(loaded("1")).contains("bactrian.Main source:").doesNotContain(ARCHIVED);
    }

    /** What Java says of the classes it loads. */
    private String loaded(String without) throws IOException {
        Path log = home.resolve("loaded.log");
        Map<String, String> extra =
                Map.of("BACTRIAN_JAVA_OPTS", "-Xlog:class+load:file=" + log, "BACTRIAN_NO_ARCHIVE", without);
        try (Simulators simulators = Simulators.start()) {
            Program.Run run = new Program(home, simulators).run(extra, "operations");
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        return Files.readString(log);
    }
}
