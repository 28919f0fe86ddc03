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
}
