package bactrian.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bactrian.instruction.Defaults;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job hands back. */
class JobResultsTest {
    private static final Defaults PRIO = new Defaults(Optional.of("awork"), Optional.of("setprio"), Optional.empty());
    private static final String A = "00000000-0000-0000-0000-00000000000a";
    private static final String B = "00000000-0000-0000-0000-00000000000b";
    private static final String C = "00000000-0000-0000-0000-00000000000c";

    private final Path home;
    private final Desk desk;

    JobResultsTest(@TempDir Path home) {
        this.home = home;
        this.desk = new Desk(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Outcome outcome(String target) {
        return switch (target) {
            case B -> Outcome.failed(Code.NOT_FOUND, "no such task, \"b\"; sorry");
            case C -> Outcome.unknown("the answer was lost");
            default -> Outcome.succeeded();
        };
    }

    @Test
    void everyRowOfACsvIsAccountedForInItsOrderAndWithItsDelimiter() throws IOException {
        Job job = desk.hand(
                "prio.csv",
                PRIO,
                "id;isPrio;_note\n" + B + ";true;x\n\n" + A + ";true;\"y;z\"\nnonsense;true;\n" + C + ";false;\n");
        desk.settle(JobResultsTest::outcome);

        desk.results().writeNext();

        assertThat(desk.result(job, "results.csv"))
                .startsWith("\uFEFFid;isPrio;_note;_row;_status;_code;_message;_hint;_call\r\n")
                .contains(B + ";true;x;1;failed;not-found;\"no such task, \"\"b\"\"; sorry\";\"Check the id; ")
                .contains("\r\n" + A + ";true;\"y;z\";2;succeeded;ok;;;1\r\n")
                .contains("\r\nnonsense;true;;3;failed;invalid-value;")
                .contains("\r\n" + C + ";false;;4;unknown;outcome-unknown;the answer was lost;");
        assertThat(desk.result(job, "failed.csv").lines())
                .hasSize(3)
                .first()
                .isEqualTo("\uFEFFprovider;operation;id;isPrio;_note;_code;_message;_hint");
        assertThat(desk.result(job, "failed.csv")).contains("\r\nawork;setprio;" + B + ";true;x;not-found;");
        assertThat(desk.result(job, "unknown.csv")).contains("\r\nawork;setprio;" + C + ";false;;outcome-unknown;");
    }

    @Test
    void theSummaryAddsUpAndTheJobIsDone() throws IOException {
        Job job = desk.hand("prio.csv", PRIO, "id,isPrio\n" + A + ",true\n" + B + ",true\n" + C + ",maybe\n");
        desk.settle(JobResultsTest::outcome);

        desk.results().writeNext();

        Summary summary = Summary.read(home.resolve("results").resolve(job.id()).resolve("summary.json"));
        assertThat(summary.rows()).isEqualTo(new Tally(3, 1, 2, 0, 0));
        assertThat(summary.state()).isEqualTo(JobState.DONE);
        assertThat(summary.calls()).isEqualTo(1);
        assertThat(summary.codes()).containsOnlyKeys("not-found", "invalid-value");
        assertThat(desk.ledger().jobs().find(job.id()).orElseThrow().state()).isEqualTo(JobState.DONE);
        assertThat(desk.names("results")).containsExactly(job.id());
    }

    @Test
    void thereIsNoFailedFileWhereNothingFailed() throws IOException {
        Job job = desk.hand("prio.csv", PRIO, "id,isPrio\n" + A + ",true\n");
        desk.settle(JobResultsTest::outcome);

        desk.results().writeNext();

        assertThat(desk.names("results/" + job.id())).containsExactly("results.csv", "summary.json");
    }

    @Test
    void aFailedCsvDroppedAgainWithoutItsFolderDoesTheSame() throws IOException {
        Job job = desk.hand("prio.csv", PRIO, "id,isPrio,_note\n" + A + ",true,1\n" + B + ",true,2\n" + C + ",true\n");
        desk.settle(JobResultsTest::outcome);
        desk.results().writeNext();

        Job again = desk.hand("failed.csv", Defaults.NONE, desk.result(job, "failed.csv"));
        desk.settle(target -> Outcome.succeeded());
        desk.results().writeNext();

        assertThat(desk.result(again, "results.csv"))
                .startsWith(
                        "\uFEFFprovider,operation,id,isPrio,_note,_row,_status,_code,_message,_hint,_call\r\nawork,setprio,"
                                + B + ",true,2,1,succeeded,ok,,,1\r\n")
                .as("a ragged row stays ragged until somebody has looked at it")
                .contains("awork,setprio," + C + ",true,,2,failed,ragged-row,");
    }

    @Test
    void defaultsFillEmptyCellsOfColumnsThatAreThere() throws IOException {
        Job job = desk.hand("prio.csv", PRIO, "operation,id,isPrio\n,%s,true\n".formatted(B));
        desk.settle(JobResultsTest::outcome);

        desk.results().writeNext();

        assertThat(desk.result(job, "failed.csv"))
                .startsWith("\uFEFFprovider,operation,id,isPrio,_code,_message,_hint\r\nawork,setprio," + B + ",true,");
    }

    @Test
    void everyIdOfAJsonDocumentHasALine() throws IOException {
        Job job = desk.hand(
                "prio.json",
                PRIO,
                """
                [{"ids": ["%s", "%s", 7], "values": {"isPrio": true}, "reference": "r1"},
                 {"provider": "close", "operation": "update-tasks", "where": {"lead_id": "lead_1"},
                  "values": {"is_complete": true}}]
                """
                        .formatted(A, B));
        desk.settle(target -> target.isEmpty() ? Outcome.succeeded().affecting(12) : outcome(target));

        desk.results().writeNext();

        assertThat(desk.result(job, "results.ndjson").lines())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("{\"row\":1,\"provider\":\"awork\",\"operation\":\"setprio\","
                                        + "\"connection\":\"awork\",\"id\":\"" + A + "\",\"reference\":\"r1\","
                                        + "\"status\":\"succeeded\",\"code\":\"ok\",\"message\":\"\",\"hint\":\"\","
                                        + "\"call\":1}"),
                        line -> assertThat(line).contains("\"id\":\"" + B + "\"", "\"code\":\"not-found\""),
                        line -> assertThat(line).contains("\"id\":7", "\"status\":\"failed\""),
                        line -> assertThat(line)
                                .contains("\"row\":2", "\"where\":{\"lead_id\":\"lead_1\"}", "\"affected\":12"));
        assertThat(desk.result(job, "failed.ndjson"))
                .isEqualTo("{\"provider\":\"awork\",\"operation\":\"setprio\",\"values\":{\"isPrio\":true},"
                        + "\"reference\":\"r1\",\"ids\":[\"" + B + "\",7]}\n");
    }

    @Test
    void theReferenceThatAllOfADocumentCarriesIsInTheSummary() throws IOException {
        String one = "{\"ids\":[\"" + A + "\",\"" + B + "\"],\"values\":{\"isPrio\":true},\"reference\":\"%s\"}";
        Job json = desk.hand("one.json", PRIO, one.formatted("r1"));
        Job twice = desk.hand("two.ndjson", PRIO, one.formatted("r1") + "\n" + one.formatted("r2"));
        Job table = desk.hand("same.csv", PRIO, "id,isPrio,reference\n" + A + ",true,r3\n" + B + ",true,r3\n");
        Job rows = desk.hand("some.csv", PRIO, "id,isPrio,reference\n" + A + ",true,r3\n" + B + ",true,\n");
        desk.settle(JobResultsTest::outcome);

        desk.results().writeNext();

        assertThat(desk.result(json, "summary.json")).contains("\"reference\" : \"r1\"");
        assertThat(desk.result(twice, "summary.json")).doesNotContain("reference");
        assertThat(desk.result(table, "summary.json")).contains("\"reference\" : \"r3\"");
        assertThat(desk.result(rows, "summary.json")).doesNotContain("reference");
    }

    @Test
    void aFailedNdjsonDroppedAgainDoesTheSame() throws IOException {
        Job job =
                desk.hand("prio.json", PRIO, "{\"ids\":[\"%s\",\"%s\"],\"values\":{\"isPrio\":true}}".formatted(A, B));
        desk.settle(JobResultsTest::outcome);
        desk.results().writeNext();

        Job again = desk.hand("failed.ndjson", Defaults.NONE, desk.result(job, "failed.ndjson"));
        desk.settle(JobResultsTest::outcome);
        desk.results().writeNext();

        assertThat(desk.result(again, "failed.ndjson")).isEqualTo(desk.result(job, "failed.ndjson"));
    }

    @Test
    void aFolderThatWasWrittenBeforeACrashIsKeptAndTheJobEnds() throws IOException {
        Job job = desk.hand("prio.csv", PRIO, "id,isPrio\n" + A + ",true\n");
        desk.settle(JobResultsTest::outcome);
        Path folder = Files.createDirectories(home.resolve("results").resolve(job.id()));
        new Summary(
                        job.id(),
                        "before the crash",
                        "",
                        JobState.DONE,
                        Optional.empty(),
                        Tally.NONE,
                        0,
                        0,
                        Optional.empty(),
                        Desk.NOW,
                        Map.of(),
                        OptionalLong.empty())
                .write(folder.resolve("summary.json"));

        desk.results().writeNext();

        assertThat(desk.result(job, "summary.json")).contains("before the crash");
        assertThat(desk.ledger().jobs().find(job.id()).orElseThrow().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void anAccountThatDoesNotAddUpIsNotHandedOut() throws IOException {
        Job job = desk.hand("prio.csv", PRIO, "id,isPrio\n" + A + ",true\n");
        desk.settle(JobResultsTest::outcome);
        Path archived = home.resolve("archive").resolve(job.id()).resolve("prio.csv");
        Files.writeString(archived, Files.readString(archived) + B + ",true\n");

        assertThatThrownBy(() -> desk.results().writeNext()).isInstanceOf(IllegalStateException.class);

        assertThat(desk.names("results")).isEmpty();
        assertThat(desk.ledger().jobs().find(job.id()).orElseThrow().state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void formulasAreMarkedWhereThatIsAskedForButNotInWhatIsRunAgain() throws IOException {
        Job job = desk.hand(
                "prio.csv",
                PRIO,
                "id,isPrio,_note,_=x\n" + A + ",true,=1+1,-1\n" + B + ",true,@SUM(A1),\t\n" + C + ",true,a=b,\n");
        desk.settle(JobResultsTest::outcome);

        desk.results(FormulaGuard.ON).writeNext();

        assertThat(desk.result(job, "results.csv")).contains(",'=1+1,'-1,", ",'@SUM(A1),'\t,", ",a=b,,");
        assertThat(desk.result(job, "failed.csv")).contains(",@SUM(A1),\t,").doesNotContain("'@");
        assertThat(desk.result(job, "summary.json")).contains("\"guardedCells\" : 4");
    }

    @Test
    void formulasStayAsTheyAreUnlessSomebodyAsksForMore() throws IOException {
        Job job = desk.hand("prio.csv", PRIO, "id,isPrio,_note\n" + A + ",true,=1+1\n");
        desk.settle(JobResultsTest::outcome);

        desk.results().writeNext();

        assertThat(desk.result(job, "results.csv")).contains(",=1+1,").doesNotContain("'=");
        assertThat(desk.result(job, "summary.json")).doesNotContain("guardedCells");
    }

    @Test
    void aJobWhoseResultsCannotBeWrittenKeepsNoOtherFromEnding() throws IOException {
        Job bad = desk.hand("bad.csv", PRIO, "id,isPrio\n" + A + ",true\n");
        Job good = desk.hand("good.csv", PRIO, "id,isPrio\n" + A + ",false\n");
        desk.settle(JobResultsTest::outcome);
        Files.delete(home.resolve("archive").resolve(bad.id()).resolve("bad.csv"));

        assertThatThrownBy(() -> desk.results().writeNext()).isInstanceOf(Exception.class);

        assertThat(desk.names("results")).containsExactly(good.id());
        assertThat(desk.ledger().jobs().find(good.id()).orElseThrow().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aCancelledJobEndsAsCancelled() throws IOException {
        Job job = desk.hand("prio.csv", PRIO, "id,isPrio\n" + A + ",true\n");
        desk.ledger().jobs().cancel(job.id(), "somebody");

        desk.results().writeNext();

        Summary summary = Summary.read(home.resolve("results").resolve(job.id()).resolve("summary.json"));
        assertThat(summary.state()).isEqualTo(JobState.CANCELLED);
        assertThat(summary.codes()).containsEntry("cancelled", 1L);
        assertThat(desk.result(job, "results.csv")).contains(Status.FAILED.word() + ",cancelled,");
    }
}
