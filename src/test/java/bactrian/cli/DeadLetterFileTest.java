package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.config.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterFileTest {

    @Test
    void whatIsNoneIsPassedOver(@TempDir Path root) throws IOException {
        Home home = new Home(root);
        Files.createDirectories(home.deadLetter().resolve("folder.problem.json"));
        Files.writeString(home.deadLetter().resolve("a.problem.json"), "a note");
        Path wanted = Files.writeString(home.deadLetter().resolve("b.csv.problem.json"), "{\"job\": \"b\"}");

        assertThat(DeadLetterFile.of(home, "b"))
                .hasValueSatisfying(found -> assertThat(found.file()).isEqualTo(wanted));
        assertThat(DeadLetterFile.of(home, "a")).isEmpty();
    }

    @Test
    void aProblemIsToldInALineWithTheColumnItIsAbout(@TempDir Path root) throws IOException {
        Home home = new Home(root);
        Files.createDirectories(home.deadLetter());
        String one =
                "\"code\": \"unknown-column\", \"message\": \"No such column.\", \"hint\": \"Correct it.\", \"line\": 1";
        Files.writeString(
                home.deadLetter().resolve("b.csv.problem.json"),
                "{\"job\": \"b\", %1$s, \"field\": \"x\", \"problems\": [{%1$s, \"field\": \"x\"}, {%1$s, \"field\": \"y\"}]}"
                        .formatted(one));

        assertThat(DeadLetterFile.of(home, "b").orElseThrow().lines(9))
                .containsExactly(
                        "line 1, x: No such column. Correct it. [unknown-column]",
                        "line 1, y: No such column. Correct it. [unknown-column]");
    }
}
