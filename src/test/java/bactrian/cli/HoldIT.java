package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for approval is not sent before somebody gives it. */
class HoldIT extends ProgramAtHome {

    HoldIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void whatDestroysWaitsUntilItIsApproved() throws IOException {
        Path file = Files.writeString(
                home.resolve("delete.csv"),
                "provider,operation,id\nawork,delete,a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d\n");

        Program.Run held = program.run("apply", file.toString());

        assertThat(held.exitCode()).as(held.out() + held.err()).isEqualTo(2);
        assertThat(program.resultFolders()).isEmpty();
        JsonNode waiting = Program.json(Program.list(home.resolve("held")).get(0));
        assertThat(waiting.path("code").asText()).isEqualTo("approval");
        assertThat(waiting.path("edits").asInt()).isEqualTo(1);
        assertThat(waiting.path("firstEdits")).hasSize(1);
        assertThat(held.out())
                .contains("awork delete over connection awork: 1 edit in 1 call")
                .contains("1 edit of awork delete cannot be undone: awork does not bring tasks back.")
                .contains("at awork it takes 1 s at least")
                .contains("awork delete a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d {}");
        assertThat(program.run("job", waiting.path("job").asText()).out()).contains("it would do:");

        Program.Run approved = program.run("approve", waiting.path("job").asText());

        assertThat(approved.exitCode()).as(approved.out() + approved.err()).isZero();
        assertThat(Program.list(home.resolve("held"))).isEmpty();
        assertThat(program.results().resolve("results.csv")).exists();
    }

    @Test
    void theSameFileTwiceIsNoticed() throws IOException {
        Path file = Files.writeString(
                home.resolve("prio.csv"),
                "provider,operation,id,isPrio\nawork,setprio,a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d,yes\n");
        assertThat(program.run("apply", file.toString()).exitCode()).isZero();

        Program.Run twice = program.run("apply", "--json", file.toString());
        Program.Run again = program.run("apply", "--again", file.toString());
        Program.Run cancelled = program.run(
                "cancel", twice.json().path("jobs").path(0).path("job").asText());

        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.out()).contains("duplicate");
        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
        assertThat(cancelled.exitCode()).as(cancelled.out() + cancelled.err()).isZero();
        assertThat(Program.list(home.resolve("held"))).isEmpty();
    }
}
