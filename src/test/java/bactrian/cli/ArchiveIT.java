package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first start of a build leaves for later ones, see {@link Program}. */
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

    @Test
    void theFirstStartUnpackedTheLibraryOfTheLedger() throws IOException {
        run(Map.of("BACTRIAN_JAVA_OPTS", "-Dorg.sqlite.tmpdir=" + home.resolve("missing")), "jobs");
    }

    /** What Java says of the classes it loads. */
    private String loaded(String without) throws IOException {
        Path log = home.resolve("loaded.log");
        run(Map.of("BACTRIAN_JAVA_OPTS", "-Xlog:class+load:file=" + log, "BACTRIAN_NO_ARCHIVE", without), "operations");
        return Files.readString(log);
    }

    private void run(Map<String, String> environment, String command) throws IOException {
        try (Simulators simulators = Simulators.start()) {
            Program.Run run = new Program(home, simulators).run(environment, command);
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }
}
