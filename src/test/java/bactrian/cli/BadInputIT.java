package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} says to input that cannot be used as it is: where, what to do, and the right exit code. */
class BadInputIT {

    private static final String ID = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c01";
    private static final String INSTRUCTION = "{\"provider\": \"awork\", \"operation\": \"setprio\", \"ids\": [\"" + ID
            + "\"], \"values\": {\"isPrio\": true}}";

    @TempDir
    private Path home = Path.of("");

    private final Simulators simulators = Simulators.start();

    /** @param says something that must stand in what is printed */
    private record Case(String name, String file, String text, int exitCode, String says) {}

    @AfterEach
    void stop() {
        simulators.close();
    }

    @TestFactory
    Stream<DynamicTest> planSaysWhereAndWhatToDo() {
        return Stream.of(
                        new Case("not JSON", "a.json", "hello", 2, "[syntax]"),
                        new Case("truncated JSON", "a.json", INSTRUCTION.substring(0, 40), 2, "[syntax]"),
                        new Case("an NDJSON line cut off", "a.ndjson", INSTRUCTION + "\n{\"prov\n", 2, "line 2"),
                        new Case(
                                "duplicate keys",
                                "a.json",
                                "{\"provider\": \"awork\", \"provider\": \"close\"}",
                                2,
                                "["),
                        new Case("wrong types", "a.json", INSTRUCTION.replace("true", "\"soon\""), 1, "isPrio"),
                        new Case("no header", "a.csv", "", 2, "[no-header]"),
                        new Case("duplicate header", "a.csv", "id,isPrio,id\n1,true,2\n", 2, "[duplicate-column]"),
                        new Case("unknown column", "a.csv", "id,isPro\n" + ID + ",true\n", 2, "isPrio"),
                        new Case("ragged row", "a.csv", "id,isPrio\n" + ID + "\n" + ID + ",true\n", 1, "[ragged-row]"),
                        new Case("NUL bytes", "a.csv", "id,isPrio\n\0\0,true\n" + ID + ",true\n", 2, "NUL"),
                        new Case(
                                "unknown provider",
                                "a.csv",
                                "provider,operation,id\nawrk,setprio,1\n",
                                2,
                                "[unknown-provider]"),
                        new Case(
                                "unknown operation",
                                "a.csv",
                                "provider,operation,id\nawork,setpro,1\n",
                                2,
                                "[unknown-operation]"),
                        new Case("another kind of file", "a.xlsx", "PK", 2, "Name it .csv"))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private void check(Case one) throws IOException {
        Path folder = Files.createTempDirectory(home, "case");
        Path file = Files.write(folder.resolve(one.file()), one.text().getBytes(StandardCharsets.UTF_8));
        boolean bare = one.text().startsWith("id");

        Program program = new Program(home, simulators);
        Program.Run run = bare
                ? program.run("plan", "--provider=awork", "--operation=setprio", file.toString())
                : program.run("plan", file.toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(one.exitCode());
        assertThat(run.out() + run.err()).contains(one.says()).doesNotContain("Exception");
    }
}
