package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process, against simulated providers in this one. */
class ProgramIT extends ProgramAtHome {

    private static final String ID = "a3f1c9e2-4b7d-4f8a-9c2e-0000000000";

    ProgramIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void whereAllEditsSucceedItExitsWith0AndNamesTheResults() throws IOException {
        Path file = file("good.csv", "provider,operation,id,isPrio\nawork,setprio," + ID + "01,true\n");

        Program.Run run = program.run("apply", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 succeeded").contains("results: " + program.results());
        assertThat(Files.readString(program.results().resolve("results.csv")))
                .startsWith("\uFEFFprovider,operation,id,isPrio,_row,_status,_code,_message,_hint,_call\r\n");
    }

    @Test
    void aFailedFileCanBeFixedAndRunAgain() throws IOException {
        Path file = file("mixed.csv", "id,isPrio\n" + ID + "01,true\nwrong,true\n");
        Program.Run first = program.run("apply", "--provider=awork", "--operation=setprio", file.toString());
        Path failed = program.results().resolve("failed.csv");
        Path fixed = file("fixed.csv", Files.readString(failed).replace("wrong", ID + "02"));

        Program.Run second = program.run("apply", fixed.toString());

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).contains("1 in all, 1 succeeded");
    }

    @Test
    void retryRunsTheFailedEditsAsANewJob() throws IOException {
        Path file = file("one.csv", "id,isPrio\n" + ID + "01,true\n");
        simulators.awork().faults().add(Fault.once(Effect.ERROR_BEFORE).from(1, 1));
        Program.Run first = program.run(
                "apply",
                "--json",
                "--provider=awork",
                "--operation=setprio",
                file.toString(),
                "-Dbactrian.connections.awork.max-attempts=1");
        String job = first.json().path("jobs").path(0).path("job").asText();

        Program.Run second = program.run("retry", job);

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(program.resultFolders()).hasSize(2);
    }

    @Test
    void whatIsRefusedExitsWith2AndNothingIsSent() throws IOException {
        Path broken = file("broken.json", "{\"provider\": \"awork\",");
        Path config = Files.createDirectories(home.resolve("config"));
        Files.writeString(config.resolve("application.properties"), "bactrian.zon=UTC\n");

        Program.Run syntax = program.run("apply", broken.toString());
        Program.Run missing = program.run("apply", home.resolve("nowhere.csv").toString());
        Program.Run folder = program.run("apply", config.toString());
        Program.Run usage = program.run("apply");
        Program.Run flaw = program.run("check", "--config", config.toString());
        Program.Run data = program.run("check", "--json", "--config", config.toString());

        assertThat(syntax.exitCode()).isEqualTo(2);
        assertThat(syntax.out()).contains("refused, nothing of it was sent").contains("[syntax]");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(folder.exitCode()).isEqualTo(2);
        assertThat(usage.exitCode()).isEqualTo(2);
        assertThat(flaw.exitCode()).isEqualTo(2);
        assertThat(flaw.out()).contains("Did you mean bactrian.zone?");
        assertThat(data.exitCode()).isEqualTo(2);
        assertThat(data.json().path("flaws").path(0).path("message").asText()).contains("bactrian.zon");
        assertThat(simulators.all()).allMatch(one -> one.log().entries().isEmpty());
    }

    @Test
    void missingCredentialsRefuseTheJobAndNameTheVariable() throws IOException {
        Path file = file("good.csv", "provider,operation,id,isPrio\nawork,setprio," + ID + "01,true\n");

        Program.Run run = program.run(Map.of("AWORK_TOKEN", ""), "apply", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("AWORK_TOKEN").contains("[missing-credentials]");
        assertThat(simulators.awork().log().entries()).isEmpty();
    }

    @Test
    void whatTheEnvironmentRefusesExitsWith3() throws IOException {
        Path file = file("good.csv", "provider,operation,id,isPrio\nawork,setprio," + ID + "01,true\n");
        Path notAFolder = file("file", "");

        Program.Run run = program.run("apply", "--home", notAFolder.toString(), file.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(notAFolder.toString());
    }

    @Test
    void anApplyThatIsKilledGoesOnWhereItWas() throws Exception {
        Path file = twentyTexts();
        // It waits for the sixth answer when the kill comes, however late that is.
        simulators
                .closeSimulator()
                .faults()
                .add(Fault.once(Effect.DELAY_AFTER).from(6, Integer.MAX_VALUE).pausing(Duration.ofHours(1)));
        Process killed = program.start("apply", file.toString());
        Program.await(
                "five calls", () -> simulators.closeSimulator().log().entries().size() >= 5);
        killed.destroyForcibly().waitFor();
        simulators.closeSimulator().faults().clear();

        Program.Run run = program.run("apply", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("going on where it was interrupted");
        assertThat(run.out()).contains("20 in all, 20 succeeded");
    }

    @Test
    void anApplyThatIsInterruptedExitsWith130AndGoesOn() throws Exception {
        Path file = twentyTexts();
        // Slow enough that even a busy machine delivers the signal long before the last call.
        Process stopped = program.start("apply", file.toString(), "-Dbactrian.connections.close.requests-per-second=1");
        Program.await(
                "two calls", () -> simulators.closeSimulator().log().entries().size() >= 2);
        interrupt(stopped);
        Program.Run first = Program.finish(stopped);

        Program.Run second = program.run("apply", file.toString());

        assertThat(first.exitCode()).as(first.err()).isEqualTo(130);
        assertThat(first.err()).contains("interrupted");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(simulators.closeSimulator().log().entries()).hasSize(20);
    }

    @Test
    void theServiceTakesWhatIsDroppedAndStopsWith0() throws Exception {
        Process service = program.start("run");
        Program.await("run.json", () -> Files.exists(home.resolve("state/run.json")));
        JsonNode running = Program.json(home.resolve("state/run.json"));
        program.drop("awork/setprio/drop.csv", "id,isPrio\n" + ID + "01,true\n");
        Program.await("results", () -> !program.resultFolders().isEmpty());
        Path file = file("handed.csv", "provider,operation,id,isPrio\nawork,setprio," + ID + "02,true\n");
        Program.Run handedOver = program.run("apply", file.toString());

        service.toHandle().destroy();
        Program.Run stopped = Program.finish(service);

        assertThat(running.path("pid").asLong()).isEqualTo(service.pid());
        assertThat(home.resolve("inbox/awork/setprio/drop.csv")).doesNotExist();
        assertThat(handedOver.exitCode()).as(handedOver.err()).isZero();
        assertThat(stopped.exitCode()).as(stopped.err()).isZero();
        assertThat(home.resolve("state/run.json")).doesNotExist();
    }

    @Test
    void anotherTimeZoneAndLanguageOfTheMachineChangeNothingInAHome() throws IOException {
        String head = "provider,operation,id,isPrio\nawork,setprio," + ID;
        program.run("apply", file("first.csv", head + "01,true\n").toString());
        Path second = file("second.csv", head + "02,true\n");
        String elsewhere = "-Duser.timezone=Pacific/Pago_Pago -Duser.language=tr -Duser.country=TR";

        Program.Run there = program.run(Map.of("BACTRIAN_JAVA_OPTS", elsewhere), "apply", second.toString());

        List<Path> folders = program.resultFolders();
        assertThat(there.exitCode()).as(there.err()).isZero();
        assertThat(folders).hasSize(2);
        assertThat(folders.get(0).getFileName().toString()).matches("\\d{8}T\\d{6}Z-first-[0-9a-f]{4}");
        assertThat(folders.get(1).getFileName().toString()).matches("\\d{8}T\\d{6}Z-second-[0-9a-f]{4}");
        assertThat(Files.readString(folders.get(1).resolve("results.csv")))
                .isEqualTo(
                        Files.readString(folders.get(0).resolve("results.csv")).replace(ID + "01", ID + "02"));
    }

    @Test
    void jobsAreShownAsData() throws IOException {
        Path file = file("good.csv", "provider,operation,id,isPrio\nawork,setprio," + ID + "01,true\n");
        program.run("apply", file.toString());

        JsonNode jobs = program.run("jobs", "--json").json().path("jobs");
        JsonNode job = program.run(
                        "job", "--calls", "--json", jobs.path(0).path("job").asText())
                .json();

        assertThat(jobs).hasSize(1);
        assertThat(jobs.path(0).path("rows").path("succeeded").asInt()).isEqualTo(1);
        assertThat(job.path("callRecords").path(0).path("requests").asInt()).isEqualTo(1);
    }

    @Test
    void completionKnowsAllCommands() {
        Program.Run run = program.run("generate-completion");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("apply", "run", "schedules", "generate-completion");
    }

    @Test
    void theDemonstrationShowsWhatBecameOfEveryFile() {
        Program.Run run = program.run("demo");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "due-dates.csv",
                        "issues.json",
                        "rejected",
                        "newDueDat: There is no column",
                        "Did you mean 'newDueDate'?");
        assertThat(run.out().lines().filter(line -> line.startsWith("schedule ")))
                .as("a run that sends all, and one without changes")
                .anyMatch(line -> line.matches("schedule +task-list.csv .* done +3 +3 +0 +0 +0 +2 .*"))
                .anyMatch(line -> line.matches("schedule +task-list.csv .* done +3 +0 +0 +3 +0 +0 .*"));
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor(10, TimeUnit.SECONDS);
    }

    private Path twentyTexts() throws IOException {
        StringBuilder rows = new StringBuilder("provider,operation,id,text\n");
        for (int row = 1; row <= 20; row++) {
            rows.append("close,update-task,task_n")
                    .append(row)
                    .append(",Text ")
                    .append(row)
                    .append('\n');
        }
        return file("many.csv", rows.toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }
}
