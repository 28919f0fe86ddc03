package bactrian.results;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.mapping.MappingFile;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of documents that were read through a mapping: accounts keep the user's columns, what is to be tried again does not. */
class MappedResultsTest {
    private static final String ID = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c";
    private static final MappingFile URGENT = new MappingFile(
            "urgent",
            """
            provider: awork
            operation: setprio
            columns:
              Task: id
              Urgent: {to: isPrio, values: {hot: true, cold: false}}
            ignore: [Why]
            """);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theAccountKeepsTheColumnsAndTheFailedRowsHaveMappedOnes() throws IOException {
        try (Desk desk = new Desk(folder)) {
            Job job = desk.hand(
                    "tasks.csv",
                    URGENT,
                    "Task;Urgent;Why\n" + ID + "01;hot;boss\n" + ID + "02;COLD;\n" + ID + "03;lukewarm;me\n");
            desk.settle(target -> target.endsWith("02") ? Outcome.failed(Code.NOT_FOUND, "gone") : Outcome.succeeded());

            desk.results().writeNext();

            assertThat(desk.result(job, "results.csv").lines())
                    .first()
                    .asString()
                    .endsWith("Task;Urgent;Why;_row;_status;_code;_message;_hint;_call");
            assertThat(desk.result(job, "results.csv")).contains(ID + "02;COLD;;2;failed;not-found;gone");
            assertThat(desk.result(job, "failed.csv").lines().toList().get(0))
                    .endsWith("provider;operation;id;isPrio;_code;_message;_hint");
            assertThat(desk.result(job, "failed.csv")).contains("awork;setprio;" + ID + "02;false;not-found;gone");
        }
    }

    @Test
    void aRowThatTheMappingCouldNotReadIsNotTakenAsItIs() throws IOException {
        try (Desk desk = new Desk(folder)) {
            MappingFile words = new MappingFile(
                    "words",
                    """
                    provider: close
                    operation: update-tasks
                    columns:
                      Task: id
                      Text: {to: text, values: {call: Call them, mail: Write to them}}
                    """);
            Job first = desk.hand("tasks.csv", words, "Task,Text\ntask_1,call\ntask_2,cal\n");
            desk.settle(target -> Outcome.succeeded());
            desk.results().writeNext();

            Job second = desk.hand(
                    "failed.csv",
                    bactrian.instruction.Defaults.NONE,
                    Files.readString(folder.resolve("results/" + first.id() + "/failed.csv")));

            assertThat(second.state()).isEqualTo(JobState.RUNNING);
            desk.settle(target -> Outcome.succeeded());
            desk.results().writeNext();
            assertThat(desk.result(second, "results.csv")).contains("ragged-row");
        }
    }

    @Test
    void jsonReadAsATableHasResultsOfATable() throws IOException {
        try (Desk desk = new Desk(folder)) {
            Job job = desk.hand(
                    "tasks.json",
                    URGENT,
                    "[{\"Task\": \"" + ID + "01\", \"Urgent\": \"hot\", \"Why\": [1]}, {\"Task\": \"x\"}]");
            desk.settle(target -> Outcome.succeeded());

            desk.results().writeNext();

            assertThat(desk.result(job, "results.csv")).contains(ID + "01,hot,[1],1,succeeded,ok");
            assertThat(desk.result(job, "failed.csv")).contains("awork,setprio,x,,");
        }
    }

    @Test
    void theMappingOfAJobIsTheOneItCameWith() throws IOException {
        try (Desk desk = new Desk(folder)) {
            Job job = desk.hand("tasks.csv", new MappingFile("broken", "colums: {}"), "Task\nx\n");

            assertThat(job.state()).isEqualTo(JobState.REJECTED);
            assertThat(job.reason().orElseThrow().code()).isEqualTo(Code.BAD_MAPPING);
            assertThat(desk.names("dead-letter")).contains("tasks.csv");
        }
    }
}
