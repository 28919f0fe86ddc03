package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.flow.Client.Answer;
import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import bactrian.proof.SavedPlan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparing over HTTP, and applying exactly what was seen. One service for all tests. */
class HttpPlansTest extends HttpService {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMPARE =
            "/api/jobs?dry-run=true&compare=true&provider=close&operation=update-task&name=tasks.json";
    private static final String DOCUMENT =
            """
            {"values": {"text": "new"}, "ids": ["task_1", "task_2", "task_3", "task_missing_1"]}
            """;

    @Override
    List<Connection> connections() {
        return List.of(
                ConnectionDraft.to("close", simulators.closeUrl())
                        .requestsPerSecond(1_000)
                        .connection(),
                ConnectionDraft.to("close", simulators.closeUrl())
                        .named("nobody")
                        .withoutSecrets()
                        .connection());
    }

    @BeforeEach
    void seed() throws Exception {
        text("task_1", "old");
        text("task_2", "new");
        text("task_3", "old");
    }

    @Test
    void whatWouldChangeIsShownEditByEditAndNothingIsSent() throws Exception {
        int sent = simulators.closeSimulator().journal().changes().size();

        Answer compared = client.upload(COMPARE, "application/json", DOCUMENT);

        assertThat(compared.status()).as(compared.body()).isEqualTo(200);
        JsonNode plan = compared.json();
        assertThat(plan.path("state").asText()).isEqualTo("ready");
        assertThat(plan.path("edits").asInt()).isEqualTo(4);
        assertThat(plan.path("calls").asInt()).isEqualTo(4);
        assertThat(plan.path("compared"))
                .isEqualTo(JSON.readTree("{\"change\":2,\"unchanged\":1,\"missing\":1,\"unread\":0,\"invalid\":0}"));
        assertThat(plan.path("rows").findValuesAsText("state"))
                .containsExactly("change", "unchanged", "change", "missing");
        assertThat(plan.at("/rows/0/changes/0"))
                .isEqualTo(JSON.readTree("{\"field\":\"text\",\"before\":\"old\",\"after\":\"new\"}"));
        assertThat(simulators.closeSimulator().journal().changes()).hasSize(sent);
        assertThat(gateway.ledger().jobs().newest(99)).noneMatch(job -> job.id().equals(id(compared)));
    }

    @Test
    void whatCannotBeUndoneIsSaidBeforeAnythingIsApplied() throws Exception {
        String selection =
                """
                {"provider": "close", "operation": "bulk-edit", "values": {"type": "set_lead_status", "lead_status_id": "s"},
                 "where": {"type": "and", "queries": [{"type": "object_type", "object_type": "lead"}]}}
                """;

        Answer planned = client.upload("/api/jobs?dry-run=true", "application/json", selection);

        assertThat(planned.json().path("cannotBeUndone"))
                .as(planned.body())
                .isEqualTo(JSON.readTree("[{\"provider\":\"close\",\"operation\":\"bulk-edit\",\"edits\":1,"
                        + "\"why\":\"Close does not tell what it changed.\"}]"));
    }

    @Test
    void aPlanIsReadPageByPageAndByWhatItsEditsComeTo() throws Exception {
        String plan = plan();

        JsonNode first = client.get(plan + "?limit=3").json();
        JsonNode rest = client.get(plan + "?limit=3&from=" + first.path("next").asText())
                .json();
        JsonNode missing = client.get(plan + "?only=missing").json();

        assertThat(first.path("rows").findValuesAsText("row")).containsExactly("1", "2", "3");
        assertThat(rest.path("rows").findValuesAsText("row")).containsExactly("4");
        assertThat(rest.has("next")).isFalse();
        assertThat(missing.path("rows").findValuesAsText("id")).containsExactly("task_missing_1");
    }

    @Test
    void onlyWhatWasTickedAndIsStillAsItWasSeenIsSent() throws Exception {
        text("task_2", "old");
        String plan = plan();
        text("task_3", "meddled");

        Answer accepted = client.post(plan + "/apply?without=2&capture=true&verify=true");

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String job = gateway.ended(accepted);
        JsonNode rows = client.get("/api/jobs/" + job + "/results").json().path("rows");
        assertThat(rows.findValuesAsText("code")).containsExactly("ok", "deselected", "stale", "not-found");
        assertThat(rows).extracting(row -> row.has("call")).containsExactly(true, false, false, false);
        assertThat(text("task_1")).isEqualTo("new");
        assertThat(text("task_2")).isEqualTo("old");
        assertThat(text("task_3")).isEqualTo("meddled");
        assertThat(client.get(plan).json().path("job").asText()).isEqualTo(job);

        gateway.ended(client.post("/api/jobs/" + job + "/undo"));
        assertThat(text("task_1")).isEqualTo("old");
    }

    @Test
    void thousandsOfSingleRowsMayBeLeftOut() throws Exception {
        String odd = IntStream.range(0, 9_000)
                .mapToObj(row -> Integer.toString(2 * row + 1))
                .collect(Collectors.joining(","));

        Answer accepted = client.post(plan() + "/apply?again=true&without=" + odd);

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String job = gateway.ended(accepted);
        assertThat(client.get("/api/jobs/" + job + "/results")
                        .json()
                        .path("rows")
                        .findValuesAsText("code"))
                .containsExactly("deselected", "unchanged", "deselected", "not-found");
    }

    @Test
    void strictlyNothingIsSentWhereATargetHasChanged() throws Exception {
        String plan = plan();
        text("task_3", "meddled");

        Answer refused = client.post(plan + "/apply?strict=true&again=true");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).contains("task_3", "meddled");
        assertThat(text("task_1")).isEqualTo("old");
    }

    @Test
    void aPlanIsTakenToTheCommandLine(@TempDir Path folder) throws Exception {
        String plan = plan();

        Answer file = client.get(plan + "/file");

        assertThat(file.header("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".plan");
        Path kept = gateway.home().plans().resolve(plan.substring(plan.lastIndexOf('/') + 1) + ".plan");
        assertThat(SavedPlan.open(kept).fileName()).isEqualTo("tasks.json");
        assertThat(Files.size(kept)).isPositive();
    }

    @Test
    void aPlanThatCouldNotBeComparedSaysWhyAndIsNotApplied() throws Exception {
        Answer compared = client.upload(COMPARE + "&connection=nobody", "application/json", DOCUMENT);

        assertThat(compared.json().path("state").asText()).isEqualTo("failed");
        assertThat(compared.json().path("message").asText()).contains("nobody");
        assertThat(client.post("/api/plans/" + id(compared) + "/apply").status())
                .isEqualTo(409);
    }

    @Test
    void aDocumentRefusedWholeIsNotCompared() throws Exception {
        Answer refused = client.upload(COMPARE, "application/json", "{\"ids\": ");

        assertThat(refused.json().path("refused").path("code").asText()).isEqualTo("syntax");
        assertThat(refused.json().has("plan")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/plans/none,                     404",
        "GET,  /api/plans/..%2f..%2fstate%2fledger, 404",
        "GET,  /api/plans/none/file,                404",
        "POST, /api/plans/none/apply,               404",
        "GET,  /api/plans/PLAN?only=good,           400",
        "POST, /api/plans/PLAN/apply?without=all,   400",
        "POST, /api/plans/PLAN,                     405",
    })
    void whatCannotBeAskedIsAProblem(String method, String path, int status) throws Exception {
        String known = plan();

        Answer answer = client.send(method, path.replace("/api/plans/PLAN", known), BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    private String plan() throws Exception {
        return "/api/plans/" + id(client.upload(COMPARE, "application/json", DOCUMENT));
    }

    private static String id(Answer compared) {
        try {
            return compared.json().path("plan").asText();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private void text(String task, String text) throws Exception {
        simulators
                .closeSimulator()
                .seed(JSON.readTree(
                        "{\"tasks\": {\"" + task + "\": {\"_type\": \"lead\", \"text\": \"" + text + "\"}}}"));
    }

    private String text(String task) {
        return simulators
                .closeSimulator()
                .state(task)
                .orElseThrow()
                .path("text")
                .asText();
    }
}
