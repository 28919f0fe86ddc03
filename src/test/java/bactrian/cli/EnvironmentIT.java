package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around Bactrian does not work: said clearly, exit code 3, nothing lost. */
class EnvironmentIT extends ProgramAtHome {

    private static final String TASK = "a3f1c9e2-4b7d-4f8a-9c2e-0000000%05d,%s\n";
    private static final int MANY = 12_000;

    EnvironmentIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void aFullDiskEndsApplyAndTheSameCommandGoesOnWhenThereIsRoom() throws Exception {
        Path small = Files.createDirectory(home.resolve("small"));
        assumeTrue(SmallDisk.mounted(small, 6), "only who may mount can make a small disk");
        try {
            Path file = rows(home.resolve("many.csv"), MANY);
            Program there = new Program(small, simulators);
            // Slow enough that the disk is full long before the last call.
            Process apply = there.start(
                    "apply", "--yes", file.toString(), "-Dbactrian.connections.awork.requests-per-second=2");
            Program.await("calls", () -> simulators.awork().log().total() >= 5);
            Path filler = small.resolve("filler");
            SmallDisk.fill(filler);

            Program.Run full = Program.finish(apply);
            long lost = simulators.awork().journal().total();
            Files.delete(filler);
            Program.Run again = there.run("apply", "--yes", file.toString());

            assertThat(full.exitCode()).as(full.out() + full.err()).isEqualTo(3);
            assertThat(full.err()).contains("the disk is full", "Nothing is lost");
            assertThat(full.err().lines().filter(line -> line.contains("cannot be recorded yet")))
                    .as("said once a worker")
                    .hasSizeLessThan(20);
            assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
            assertThat(again.out()).contains("12 000 succeeded");
            assertThat(simulators.awork().journal().total()).isGreaterThan(lost);
        } finally {
            SmallDisk.unmount(small);
        }
    }

    @Test
    void aLedgerThatIsNoLedgerIsNamed() throws IOException {
        Files.createDirectories(home.resolve("state"));
        Files.writeString(home.resolve("state/ledger.db"), "no ledger at all\n".repeat(1000));

        Program.Run run = program.run("apply", rows(home.resolve("a.csv"), 1).toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("is corrupt or is not a ledger", "ledger.db")
                .doesNotContain("\tat ");
    }

    @Test
    void aLedgerThatSomebodyElseHoldsLockedIsSaidToBeSo() throws Exception {
        program.run("jobs");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("state/ledger.db"));
                Statement statement = other.createStatement()) {
            statement.execute("begin exclusive");

            Program.Run run =
                    program.run("apply", rows(home.resolve("a.csv"), 1).toString());

            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
            assertThat(run.err()).contains("is locked by another process");
        }
        assertThat(simulators.awork().log().total()).isZero();
    }

    @Test
    void aHomeThatMayNotBeWrittenIsNamed() throws Exception {
        Path closed = Files.createDirectory(home.resolve("closed"));
        boolean mounted = SmallDisk.mountedReadOnly(closed); // root may write to every other folder
        if (!mounted) {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        try {
            assumeTrue(mounted || !Files.isWritable(closed), "root may write everywhere");

            for (String command : List.of("apply " + rows(home.resolve("a.csv"), 1), "run", "jobs")) {
                Program.Run run = program.run(Map.of("BACTRIAN_HOME", closed.toString()), command.split(" "));

                assertThat(run.exitCode()).as("%s: %s", command, run.err()).isEqualTo(3);
                assertThat(run.err()).contains(closed + "/").doesNotContain("\tat ");
            }
        } finally {
            SmallDisk.unmount(closed);
        }
    }

    @Test
    void aHomeThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        Path rows = rows(home.resolve("a.csv"), 1);

        Program.Run run = program.run(Map.of("BACTRIAN_HOME", file.toString()), "apply", rows.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains(file + ": It is a file, and a home is a folder.")
                .doesNotContain("\tat ");
    }

    @Test
    void aPortThatSomebodyElseHasIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = String.valueOf(other.getLocalPort());
            for (String port : List.of("BACTRIAN_QUEUE_PORT", "BACTRIAN_HTTP_PORT")) {
                Map<String, String> ports =
                        new HashMap<>(Map.of("BACTRIAN_QUEUE_PORT", "0", "BACTRIAN_HTTP_PORT", "0"));
                ports.put(port, taken);

                Program.Run run = program.run(ports, "run");

                assertThat(run.exitCode()).as("%s: %s", port, run.err()).isEqualTo(3);
                assertThat(run.err()).contains(taken, port).doesNotContain("WARN", "\tat ");
            }
        }
    }

    @Test
    void aHomeWithoutANameIsRefused() throws IOException {
        Program.Run run = program.run("jobs", "--home", "");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--home", "it is empty. Name a file or folder.");
        assertThat(home.resolve("inbox")).doesNotExist();
    }

    @Test
    void namesInAnyScriptAreUnderstoodWhereNoCharacterSetIsChosen() throws IOException {
        Path script = Files.writeString(
                home.resolve("script"),
                """
                export LC_ALL=POSIX
                name=$(printf '\\320\\264\\320\\265\\320\\273\\320\\276.csv')
                mkdir "$BACTRIAN_HOME/home"
                mv rows "$BACTRIAN_HOME/home/$name"
                ./bactrian apply --home "$BACTRIAN_HOME/home" "$BACTRIAN_HOME/home/$name"
                ls "$BACTRIAN_HOME/home/archive"/*/"$name"
                """);
        rows(home.resolve("rows"), 1);
        Files.createSymbolicLink(home.resolve("bactrian"), Path.of("bactrian").toAbsolutePath());

        Program.Run run = program.shell(script);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("1 succeeded");
        assertThat(run.err()).doesNotContain("\tat ");
    }

    private static Path rows(Path file, int count) throws IOException {
        StringBuilder text = new StringBuilder("provider,operation,id,isPrio\n");
        for (int row = 0; row < count; row++) {
            text.append("awork,setprio,").append(String.format(java.util.Locale.ROOT, TASK, row, row % 2 == 0));
        }
        return Files.writeString(file, text);
    }
}
