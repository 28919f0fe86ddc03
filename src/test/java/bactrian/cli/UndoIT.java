package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compare, apply what was saved, prove it, take it back, and delete what is left of it, with the real program. */
class UndoIT {
    private static final String AWORK = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d";
    private static final Map<String, String> CREDENTIALS =
            Map.of("CLOSE_API_KEY", "sesame-c", "AWORK_TOKEN", "sesame-a", "YANDEX_TRACKER_TOKEN", "sesame-y");

    @TempDir
    private Path home = Path.of("");

    @Test
    void aSavedPlanSendsOnlyWhatIsStillAsItWasSeen() throws IOException {
        Path file = Files.writeString(
                home.resolve("tasks.json"),
                "{\"provider\": \"close\", \"operation\": \"update-task\", \"values\": {\"text\": \"new\"},"
                        + " \"ids\": [\"task_1\", \"task_2\", \"task_3\", \"task_missing_1\"]}");
        String plan = home.resolve("tasks.plan").toString();
        try (Simulators simulators = Simulators.start()) {
            Program program = new Program(home, simulators);
            seed(simulators, "task_1", "old");
            seed(simulators, "task_2", "new");
            seed(simulators, "task_3", "old");

            Program.Run compared = program.run("plan", "--compare", "--json", "--out", plan, file.toString());
            seed(simulators, "task_3", "meddled");
            Program.Run strict = program.run("apply", "--strict", plan);
            Program.Run elsewhere =
                    program.run(Map.of("CLOSE_BASE_URL", simulators.aworkUrl().toString()), "apply", plan);
            Program.Run tampered = program.run("apply", tampered(Path.of(plan)).toString());
            assertThat(simulators.closeSimulator().journal().changes()).isEmpty();
            Program.Run applied = program.run("apply", plan);

            assertThat(compared.exitCode()).as(compared.out() + compared.err()).isEqualTo(1);
            JsonNode rows = compared.json().at("/files/0/rows");
            assertThat(rows.findValuesAsText("state")).containsExactly("change", "unchanged", "change", "missing");
            assertThat(rows.at("/0/changes/0/before").asText()).isEqualTo("old");
            assertThat(rows.at("/0/changes/0/after").asText()).isEqualTo("new");
            assertThat(strict.exitCode()).as(strict.out() + strict.err()).isEqualTo(2);
            assertThat(strict.err()).contains("task_3").contains("nothing was sent");
            assertThat(elsewhere.exitCode()).isEqualTo(2);
            assertThat(elsewhere.err()).contains("Connection close was");
            assertThat(tampered.exitCode()).isEqualTo(2);
            assertThat(tampered.err()).contains("was changed after it was saved");
            assertThat(applied.exitCode()).as(applied.out() + applied.err()).isEqualTo(1);
            assertThat(codes(program.results())).containsExactly("ok", "unchanged", "stale", "not-found");
            assertThat(simulators.closeSimulator().journal().changes()).hasSize(1);
            assertThat(text(simulators, "task_3")).isEqualTo("meddled");
        }
    }

    @Test
    void whatAJobChangedIsProvedAndPutBackAtEveryProvider() throws IOException {
        Path file = Files.writeString(
                home.resolve("all.json"),
                """
                [{"provider": "close", "operation": "update-task", "ids": ["task_1", "task_2"], "values": {"text": "new"}},
                 {"provider": "awork", "operation": "setprio", "ids": ["%s"], "values": {"isPrio": true}},
                 {"provider": "yandex-tracker", "operation": "update", "ids": ["TEST-1"], "values": {"summary": "new"}}]
                """
                        .formatted(AWORK));
        try (Simulators simulators = Simulators.start()) {
            Program program = new Program(home, simulators);
            seed(simulators, "task_1", "old");
            seed(simulators, "task_2", "old");
            List<JsonNode> before = state(simulators);

            String job = job(program.run(CREDENTIALS, "apply", "--json", "--capture", "--verify", file.toString()), 0);
            List<JsonNode> after = state(simulators);
            assertThat(after).doesNotContainAnyElementsOf(before);
            Program.Run calls = program.run(CREDENTIALS, "job", job, "--calls");
            assertThat(calls.out())
                    .contains("> Authorization: ***", "\"text\":\"new\"", "/task/")
                    .doesNotContain("sesame", "Basic", "Bearer");

            seed(simulators, "task_2", "meddled");
            Program.Run verified = program.run("verify", "--json", job);
            assertThat(verified.exitCode()).as(verified.out() + verified.err()).isEqualTo(1);
            assertThat(verified.json().path("confirmed").asInt()).isEqualTo(3);
            assertThat(verified.json().path("contradicted").asInt()).isEqualTo(1);
            assertThat(home.resolve("results").resolve(job).resolve("verified.ndjson"))
                    .content()
                    .contains("not-applied");

            String undo = job(program.run("undo", "--json", job), 1);
            assertThat(codes(home.resolve("results").resolve(undo)))
                    .containsExactlyInAnyOrder("ok", "ok", "stale", "ok");
            assertThat(text(simulators, "task_2")).isEqualTo("meddled");

            job(program.run("undo", "--json", undo), 0);
            seed(simulators, "task_2", "new");
            assertThat(state(simulators)).isEqualTo(after);

            seed(simulators, "task_2", "meddled");
            job(program.run("undo", "--json", "--force", job), 0);
            assertThat(state(simulators)).isEqualTo(before);

            Program.Run report = program.run("report", job);
            assertThat(report.exitCode()).as(report.out() + report.err()).isZero();
            assertThat(Path.of(report.out().strip()))
                    .content()
                    .startsWith("<!")
                    .contains(job)
                    .doesNotContain("src=", "href=", "@import", "sesame");
        }
    }

    @Test
    void purgeDeletesWhatIsLeftOfJobsThatHaveEndedAndNothingElse() throws IOException {
        Path done = Files.writeString(
                home.resolve("prio.csv"), "provider,operation,id,isPrio\nawork,setprio," + AWORK + ",yes\n");
        Path open =
                Files.writeString(home.resolve("delete.csv"), "provider,operation,id\nawork,delete," + AWORK + "\n");
        try (Simulators simulators = Simulators.start()) {
            Program program = new Program(home, simulators);
            String ended = job(program.run("apply", "--json", done.toString()), 0);
            String held = job(program.run("apply", "--json", open.toString()), 2);

            Program.Run dry = program.run("purge", "--older-than", "0s", "--dry-run");
            assertThat(home.resolve("results").resolve(ended)).exists();
            Program.Run purged = program.run("purge", "--older-than", "0s");

            assertThat(dry.out()).contains(ended, "would delete 1 jobs").doesNotContain(held);
            assertThat(purged.exitCode()).as(purged.out() + purged.err()).isZero();
            assertThat(purged.out()).contains(ended, "deleted 1 jobs").doesNotContain(held);
            assertThat(program.resultFolders()).isEmpty();
            assertThat(program.run("jobs").out()).contains(held).doesNotContain(ended);
            assertThat(Program.list(home.resolve("held"))).hasSize(1);
        }
    }

    private static String job(Program.Run run, int exitCode) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        return run.json().at("/jobs/0/job").asText();
    }

    private static void seed(Simulators simulators, String id, String text) {
        simulators
                .closeSimulator()
                .seed(Program.json("{\"tasks\": {\"" + id + "\": {\"_type\": \"lead\", \"text\": \"" + text + "\"}}}"));
    }

    private static String text(Simulators simulators, String id) {
        return simulators.closeSimulator().state(id).orElseThrow().path("text").asText();
    }

    /** What may be changed and put back, of every target. */
    private static List<JsonNode> state(Simulators simulators) {
        return Stream.of(
                        simulators
                                .closeSimulator()
                                .state("task_1")
                                .orElseThrow()
                                .path("text"),
                        simulators
                                .closeSimulator()
                                .state("task_2")
                                .orElseThrow()
                                .path("text"),
                        simulators.awork().state(AWORK).orElseThrow().path("isPrio"),
                        simulators.yandexTracker().state("TEST-1").orElseThrow().path("summary"))
                .toList();
    }

    private static List<String> codes(Path results) throws IOException {
        try (Stream<String> lines = Files.lines(results.resolve("results.ndjson"))) {
            return lines.map(Program::json)
                    .map(row -> row.path("code").asText())
                    .toList();
        }
    }

    /** The same plan with another instruction in it. */
    private static Path tampered(Path plan) throws IOException {
        Path copy = Files.copy(plan, plan.resolveSibling("tampered.plan"));
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Files.writeString(zip.getPath("instruction"), "{\"provider\": \"close\"}");
        }
        return copy;
    }
}
