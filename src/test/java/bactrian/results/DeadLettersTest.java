package bactrian.results;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.Defaults;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.operation.InvalidRows;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of documents that are refused whole. */
class DeadLettersTest {
    private static final Defaults PRIO = new Defaults(Optional.of("awork"), Optional.of("setprio"), Optional.empty());
    private static final String ROW = "00000000-0000-0000-0000-00000000000a,true\n";

    private final Path home;

    DeadLettersTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void aRefusedDocumentLiesBesideItsReason() throws IOException {
        try (Desk desk = new Desk(home)) {
            Job job = desk.hand("prio.csv", PRIO, "id,isPriority\n" + ROW);

            assertThat(job.state()).isEqualTo(JobState.REJECTED);
            assertThat(desk.names("dead-letter")).containsExactly("prio.csv", "prio.csv.problem.json");
            assertThat(Files.readString(home.resolve("dead-letter/prio.csv"))).isEqualTo("id,isPriority\n" + ROW);
            JsonNode reason = reason("prio.csv");
            assertThat(reason.path("file").textValue()).isEqualTo("prio.csv");
            assertThat(reason.path("job").textValue()).isEqualTo(job.id());
            assertThat(reason.path("code").textValue()).isEqualTo("unknown-column");
            assertThat(reason.path("hint").textValue()).isNotBlank();
            assertThat(reason.path("problems")).isNotEmpty();
            assertThat(reason.path("at").textValue()).isEqualTo(Desk.NOW.toString());
            assertThat(desk.names("results")).isEmpty();
        }
    }

    @Test
    void twoDocumentsOfOneNameAreBothKept() throws IOException {
        try (Desk desk = new Desk(home)) {
            desk.hand("prio.json", PRIO, "{");
            Job second = desk.hand("prio.json", PRIO, "[[");

            assertThat(desk.names("dead-letter"))
                    .containsExactly(
                            second.id() + "-prio.json",
                            second.id() + "-prio.json.problem.json",
                            "prio.json",
                            "prio.json.problem.json");
        }
    }

    @Test
    void whatSomebodyElsePutThereKeepsNoDocumentOut() throws IOException {
        Files.createDirectories(home.resolve("dead-letter/prio.json"));
        Files.createDirectories(home.resolve("dead-letter/ids.json.problem.json"));
        Files.writeString(home.resolve("dead-letter/due.json.problem.json"), "a note");
        try (Desk desk = new Desk(home)) {
            Job prio = desk.hand("prio.json", PRIO, "{");
            Job ids = desk.hand("ids.json", PRIO, "[");
            Job due = desk.hand("due.json", PRIO, "[[");

            assertThat(desk.names("dead-letter"))
                    .contains(prio.id() + "-prio.json", ids.id() + "-ids.json", due.id() + "-due.json.problem.json");
        }
        assertThat(home.resolve("dead-letter/due.json.problem.json")).hasContent("a note");
    }

    @Test
    void missingCredentialsRefuseAJobBeforeAnythingIsSent() throws IOException {
        try (Desk desk = new Desk(home, InvalidRows.SKIP, connection -> Optional.of("AWORK_TOKEN"))) {
            Job job = desk.hand("prio.csv", PRIO, "id,isPrio\n" + ROW);

            assertThat(job.state()).isEqualTo(JobState.REJECTED);
            assertThat(job.reason().orElseThrow().code()).isEqualTo(Code.MISSING_CREDENTIALS);
            assertThat(reason("prio.csv").path("message").textValue()).contains("AWORK_TOKEN");
            assertThat(desk.ledger().calls().claim("awork")).isEmpty();
        }
    }

    @Test
    void oneInvalidRowRefusesTheDocumentWhereThatIsSet() throws IOException {
        try (Desk desk = new Desk(home, InvalidRows.REJECT, connection -> Optional.empty())) {
            Job job = desk.hand("prio.csv", PRIO, "id,isPrio\n" + ROW + "nonsense,true\n");

            assertThat(job.reason().orElseThrow().code()).isEqualTo(Code.INVALID_ROWS);
            assertThat(reason("prio.csv").path("problems")).hasSize(1);
        }
    }

    private JsonNode reason(String file) throws IOException {
        return new JsonMapper()
                .readTree(home.resolve("dead-letter")
                        .resolve(file + ".problem.json")
                        .toFile());
    }
}
