package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java of the test's own, which says how it was started. */
class LauncherTest {
    private static final String JAVA =
            """
            #!/bin/sh
            here=$(dirname "$0")
            case "$*" in
              *" rehearse "*)
                for option in "$@"; do
                  case $option in -XX:ArchiveClassesAtExit=*) echo classes >"${option#*=}" ;; esac
                done
                if [ -f "$here/meanwhile" ]; then
                  mv "$here/meanwhile" "$here/now"
                  . "$here/now"
                fi
                ;;
              *) echo "$*" ;;
            esac
            """;
    private static final String WITH_ARCHIVE = "-XX:SharedArchiveFile=";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(folder.resolve("target/lib"));
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("target/lib/bactrian.jar"), "");
        Files.writeString(folder.resolve("target/lib/picocli-4.jar"), "");
        Files.writeString(
                folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\nJAVA_RUNTIME_VERSION=\"17.0.1+2\"\n");
        Path java = Files.writeString(folder.resolve("jdk/bin/java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(Path.of("bactrian"), folder.resolve("bactrian"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void theFirstStartMakesTheArchive() throws Exception {
        assertThat(start()).isEqualTo(0);
        assertThat(said()).contains(WITH_ARCHIVE);
        assertThat(remains()).isEmpty();
    }

    @Test
    void theStartAfterOneThatWasKilledMakesIt() throws Exception {
        duringTheRehearsal("kill -9 $PPID");

        assertThat(start()).isEqualTo(128 + 9);
        assertThat(remains()).isNotEmpty();
        assertThat(start()).isEqualTo(0);

        assertThat(said()).contains(WITH_ARCHIVE);
        assertThat(remains()).isEmpty();
    }

    @Test
    void whoComesMeanwhileStartsWithoutIt() throws Exception {
        duringTheRehearsal("\"$here/../../bactrian\" codes >\"$here/other\"");

        assertThat(start()).isEqualTo(0);

        assertThat(folder.resolve("jdk/bin/other"))
                .content()
                .contains("bactrian.Main codes")
                .doesNotContain(WITH_ARCHIVE);
        assertThat(said()).contains(WITH_ARCHIVE);
    }

    @Test
    void whoInterruptsTheFirstStartEndsIt() throws Exception {
        duringTheRehearsal("kill -INT $PPID");

        assertThat(start()).isEqualTo(128 + 2);
        assertThat(said()).isEmpty();
    }

    private void duringTheRehearsal(String script) throws IOException {
        Files.writeString(folder.resolve("jdk/bin/meanwhile"), script);
    }

    private int start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Interruptible.command(List.of(folder.resolve("bactrian").toString(), "operations")))
                .redirectOutput(folder.resolve("said").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("BACTRIAN_NO_BUILD", "1");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    /** What the making of an archive leaves beside it. */
    private List<Path> remains() throws IOException {
        try (var files = Files.walk(folder.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().contains("archive.mak"))
                    .toList();
        }
    }
}
