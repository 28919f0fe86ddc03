package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marked credentials, a run that logs all it can and meets failures, and a search through everything it left. */
class SecretsIT {

    private static final String MARK = "zebra7crossing";
    private static final String KEY = "api_" + MARK;
    private static final List<String> FORMS = List.of(MARK, base64(KEY + ":"), base64(KEY), base64(":" + KEY));
    private static final Map<String, String> MARKED = Map.of(
            "CLOSE_API_KEY",
            KEY,
            "AWORK_TOKEN",
            "awork_" + MARK,
            "YANDEX_TRACKER_TOKEN",
            "tracker_" + MARK,
            "BACTRIAN_LOG_LEVEL",
            "trace");

    @TempDir
    private Path home = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private final Simulators simulators = Simulators.start();

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void whatARunWithFailuresLeavesHoldsNoCredential() throws Exception {
        Program program = new Program(home, simulators);
        Path file = Files.writeString(
                home.resolve("edits.csv"),
                """
                provider,operation,id,text,isPrio,values.priority
                close,update-task,task_a,One,,
                close,update-task,task_missing,Two,,
                awork,setprio,a3f1c9e2-4b7d-4f8a-9c2e-000000000001,,true,
                awork,setprio,00000000-4b7d-4f8a-9c2e-000000000001,,true,
                yandex-tracker,update,TEST-1,,,minor
                yandex-tracker,update,wrong key,,,minor
                """);
        Path refused = Files.writeString(home.resolve("refused.json"), "{\"provider\": \"close\",");
        simulators.all().forEach(one -> one.faults().add(Fault.once(Effect.UNAUTHORIZED)));
        simulators.closeSimulator().faults().add(Fault.once(Effect.ERROR_AFTER).from(2, 1));
        simulators.awork().faults().add(Fault.once(Effect.RESET_AFTER).from(2, 1));
        simulators
                .yandexTracker()
                .faults()
                .add(Fault.once(Effect.BAD_GATEWAY_BEFORE).from(2, 1));

        Process apply = program.start(MARKED, "apply", file.toString());
        String processList = commandLine(apply);
        Program.Run applied = Program.finish(apply);
        Program.Run dead = program.run(MARKED, "apply", refused.toString());
        Program.Run planned = program.run(MARKED, "plan", "--calls", file.toString());
        Program.Run checked = program.run(MARKED, "check");
        Program.Run jobs = program.run(MARKED, "jobs", "--json");
        StringBuilder evidence = new StringBuilder();
        for (JsonNode job : Program.json(jobs.out()).path("jobs")) {
            Program.Run shown =
                    program.run(MARKED, "job", "--calls", job.path("job").asText());
            evidence.append(shown.out()).append(shown.err());
        }

        assertThat(applied.exitCode()).as(applied.err()).isEqualTo(1);
        assertThat(applied.err()).as("logged at TRACE").contains("TRACE");
        assertThat(simulators.all()).allMatch(one -> one.log().total() >= 2);
        assertThat(evidence).contains("update-task");
        for (Program.Run run : List.of(applied, dead, planned, checked, jobs)) {
            assertClean("output", run.out() + run.err());
        }
        assertClean("job --calls", evidence.toString());
        assertClean("process list", processList);
        assertClean("folder names", String.valueOf(filesOf(home)));
        for (Path left : filesOf(home)) {
            assertClean(left.toString(), Files.readString(left, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void theServiceShowsNoCredentialThatCameFromAFile() throws Exception {
        Path key = Files.writeString(folder.resolve("close-key"), KEY + "\n");
        Path token = Files.writeString(folder.resolve("awork-token"), "awork_" + MARK + "\n");
        Map<String, String> environment = Map.of(
                "CLOSE_API_KEY", "",
                "AWORK_TOKEN", "",
                "YANDEX_TRACKER_TOKEN", "tracker_" + MARK,
                "BACTRIAN_HTTP_TOKEN", "http_" + MARK,
                "BACTRIAN_LOG_LEVEL", "trace");
        Program program = new Program(home, simulators);
        simulators.all().forEach(one -> one.faults().add(Fault.once(Effect.RESET_AFTER)));

        Process service = program.start(
                environment,
                "run",
                "-Dbactrian.connections.close.api-key-file=" + key,
                "-Dbactrian.connections.awork.token={{file:" + token + "}}");
        // What it says has to be read, or it waits for a reader.
        CompletableFuture<Program.Run> said = CompletableFuture.supplyAsync(() -> Program.finish(service));
        RunningService running = new RunningService(home);
        running.await();
        Path inbox = home.resolve("inbox");
        Files.writeString(
                inbox.resolve("a.csv"),
                """
                provider,operation,id,text,isPrio,daysOffset
                close,update-task,task_a,One,,
                awork,setprio,a3f1c9e2-4b7d-4f8a-9c2e-000000000001,,true,
                awork,adjustdates,a3f1c9e2-4b7d-4f8a-9c2e-000000000002,,,3
                """);
        Files.writeString(
                inbox.resolve("b.csv"), "provider,operation,id\nawork,delete,a3f1c9e2-4b7d-4f8a-9c2e-000000000003\n");
        Program.await("results", () -> !program.resultFolders().isEmpty());
        Program.await("a held job", () -> !Program.list(home.resolve("held")).isEmpty());
        StringBuilder shown = new StringBuilder();
        for (String path : List.of(
                "/", "/health", "/metrics", "/api/jobs", "/api/connections", "/api/operations", "/api/openapi.json")) {
            shown.append(get(running.http() + path));
        }
        String processList = commandLine(service);
        service.toHandle().destroy();
        Program.Run run = said.join();

        assertThat(run.exitCode()).isZero();
        assertThat(shown.toString()).contains("awork", "bactrian");
        assertClean("HTTP", shown.toString());
        assertClean("output", run.out() + run.err());
        assertClean("process list", processList);
        for (Path left : filesOf(home)) {
            assertClean(left.toString(), Files.readString(left, StandardCharsets.ISO_8859_1));
        }
    }

    private static String get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer http_" + MARK)
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(url).isEqualTo(200);
        return response.headers() + response.body();
    }

    private static void assertClean(String where, String text) {
        for (String form : FORMS) {
            int at = text.indexOf(form);
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100)))
                    .as("%s shows a credential", where)
                    .isEmpty();
        }
    }

    private static String commandLine(Process process) throws IOException {
        Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1)
                : process.info().commandLine().orElse("");
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
