package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.flow.Client.Answer;
import bactrian.operation.ConnectionDraft;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs over HTTP: handing in, looking, downloading, taking back. One service for all tests. */
class HttpJobsTest extends HttpService {
    private static final String TASK = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6";
    private static final String CSV = "id,isPrio\n" + TASK + "0,true\n" + TASK + "1,perhaps\n";
    private static final String SET_PRIO = "/api/jobs?again=true&provider=awork&operation=setprio&name=prio.csv";

    @Test
    void anUploadedDocumentBecomesResults() throws Exception {
        Answer accepted = client.upload(SET_PRIO, "text/csv", CSV);

        assertThat(accepted.status()).isEqualTo(202);
        String job = gateway.ended(accepted);
        JsonNode shown = client.get("/api/jobs/" + job).json();
        assertThat(shown.path("state").asText()).isEqualTo("done");
        assertThat(shown.path("rows").path("succeeded").asInt()).isEqualTo(1);
        assertThat(client.get("/api/jobs/" + job + "/calls").json().path("calls"))
                .hasSize(1);
        assertThat(client.get("/api/jobs").json().path("jobs").findValuesAsText("job"))
                .contains(job);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json; charset=utf-8 | {'ids':['" + TASK + "0'],'values':{'isPrio':true}}",
                "application/x-ndjson | {'ids':['" + TASK + "0'],'values':{'isPrio':true}}",
                "text/csv; charset=utf-8 | id,isPrio\\n" + TASK + "0,true\\n",
            })
    void everyFormIsTakenIn(String type, String document) throws Exception {
        String text = document.replace('\'', '"').replace("\\n", "\n");

        String job = gateway.ended(client.upload(SET_PRIO, type, text));

        assertThat(client.get("/api/jobs/" + job + "/results")
                        .json()
                        .path("rows")
                        .findValuesAsText("status"))
                .containsExactly("succeeded");
    }

    @Test
    void resultsAreShownFilteredAndDownloaded() throws Exception {
        String results = "/api/jobs/" + gateway.ended(client.upload(SET_PRIO, "text/csv", CSV)) + "/results";

        assertThat(client.get(results + "?status=failed").json().path("rows").findValuesAsText("row"))
                .containsExactly("2");
        assertThat(client.get(results + "?code=invalid-value").json().path("rows"))
                .hasSize(1);
        JsonNode page = client.get(results + "?limit=1").json();
        assertThat(page.path("rows").findValuesAsText("row")).containsExactly("1");
        assertThat(client.get(results + "?limit=1&from=" + page.path("next").asText())
                        .json()
                        .path("rows")
                        .findValuesAsText("row"))
                .containsExactly("2");
        assertThat(client.get(results, "Accept", "text/csv").body()).contains("_status", TASK + "0", TASK + "1");
        Answer failed = client.get(results + "?file=failed");
        assertThat(failed.header("Content-Disposition")).contains("attachment; filename=\"failed.csv\"");
        assertThat(failed.body()).contains(TASK + "1").doesNotContain(TASK + "0");
        assertThat(client.get(results + "?file=summary").json().path("state").asText())
                .isEqualTo("done");
        assertThat(client.get(results + "?file=unknown").status()).isEqualTo(404);
        assertThat(client.get(results + "?file=../../state/ledger").status()).isEqualTo(404);
        assertThat(client.get(results, "Accept", "application/x-ndjson").status())
                .isEqualTo(406);
    }

    @Test
    void aDryRunShowsThePlanAndSendsNothing() throws Exception {
        long sent = simulators.awork().log().total();
        int jobs = gateway.ledger().jobs().newest(99).size();

        Answer plan = client.upload(SET_PRIO + "&dry-run=true", "text/csv", CSV);

        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.json().path("edits").asInt()).isEqualTo(2);
        assertThat(plan.json().path("problems").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(plan.json().path("calls").asInt()).isEqualTo(1);
        assertThat(plan.json().path("firstEdits")).hasSize(1);
        assertThat(gateway.ledger().jobs().newest(99)).hasSize(jobs);
        assertThat(simulators.awork().log().total()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dry-run=yes", "dry-run=", "dry-run", "dryrun=true", "dry_run=true", "Dry-Run=true"})
    void aDryRunThatIsMisspeltSendsNothing(String query) throws Exception {
        String document = "id,isPrio\n" + TASK + "7,true\n";

        Answer answer = client.upload(SET_PRIO + "&" + query, "text/csv", document);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("dry-run", "Nothing was done");
    }

    @Test
    void aDocumentRefusedWholeShowsAsRejectedAndAsADeadLetter() throws Exception {
        String job = gateway.ended(client.upload(SET_PRIO, "text/csv", "id,nonsense\n" + TASK + "0,1\n"));

        JsonNode shown = client.get("/api/jobs/" + job).json();
        assertThat(shown.path("state").asText()).isEqualTo("rejected");
        assertThat(shown.path("reason").path("code").asText()).isEqualTo("unknown-column");
        assertThat(client.get("/api/jobs?state=rejected").json().path("jobs").findValuesAsText("job"))
                .contains(job);
        assertThat(client.get("/api/dead-letters").json().path("deadLetters").findValuesAsText("job"))
                .contains(job);
        assertThat(client.get("/api/jobs/" + job + "/results").status()).isEqualTo(409);
    }

    @Test
    void jobsAreListedPageByPage() throws Exception {
        for (int number = 0; number < 3; number++) {
            gateway.ended(client.upload(SET_PRIO, "text/csv", CSV));
        }
        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = client.get("/api/jobs?limit=2&before=" + next).json();
            listed.addAll(page.path("jobs").findValuesAsText("job"));
            next = page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(listed)
                .containsExactlyElementsOf(gateway.ledger().jobs().newest(999).stream()
                        .map(job -> job.id())
                        .toList());
    }

    @Test
    void eventsTellOfAJobUntilItHasEnded() throws Exception {
        String job = client.upload(SET_PRIO, "text/csv", CSV).json().path("job").asText();

        Answer events = client.get("/api/jobs/" + job + "/events");

        assertThat(events.header("Content-Type")).contains("text/event-stream");
        List<String> data =
                events.body().lines().filter(line -> line.startsWith("data: ")).toList();
        assertThat(data.get(data.size() - 1)).contains("\"state\":\"done\"");
    }

    @Test
    void failedEditsAreRetriedAsANewJob() throws Exception {
        String job = gateway.ended(client.upload(SET_PRIO, "text/csv", CSV));

        Answer retried = client.post("/api/jobs/" + job + "/retry");

        assertThat(retried.status()).isEqualTo(202);
        assertThat(gateway.ended(retried)).isNotEqualTo(job);
        assertThat(retried.header("Location")).isPresent();
    }

    @Test
    void whatAJobChangedIsProvedReportedAndPutBack() throws Exception {
        String task = TASK + "9";
        String one = "id,isPrio\n" + task + ",true\n";
        String job = gateway.ended(client.upload(SET_PRIO + "&capture=true&verify=true", "text/csv", one));

        Answer verified = client.post("/api/jobs/" + job + "/verify");
        Answer seen = client.get("/api/jobs/" + job + "/calls?exchanges=true");
        Answer report = client.get("/api/jobs/" + job + "/report");
        Answer looked = client.post("/api/jobs/" + job + "/undo?dry-run=true");
        boolean before = isPrio(task);
        Answer undone = client.post("/api/jobs/" + job + "/undo");

        assertThat(verified.json().path("confirmed").asInt())
                .as(verified.body())
                .isEqualTo(1);
        assertThat(seen.json().at("/calls/0/exchanges").findValuesAsText("what"))
                .contains("edits", "question");
        assertThat(seen.body()).contains("\"Authorization\":\"***\"").doesNotContain(ConnectionDraft.SECRET);
        assertThat(report.header("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).startsWith("attachment"));
        assertThat(report.body()).startsWith("<!").contains(job);
        assertThat(looked.json().path("edits").asInt()).as(looked.body()).isEqualTo(1);
        assertThat(before).isTrue();
        assertThat(undone.status()).as(undone.body()).isEqualTo(202);
        gateway.ended(undone);
        assertThat(isPrio(task)).isFalse();
    }

    @Test
    void aJobWhoseValuesWereNotKeptIsNotUndone() throws Exception {
        String job = gateway.ended(client.upload(SET_PRIO, "text/csv", CSV));

        Answer undone = client.post("/api/jobs/" + job + "/undo");

        assertThat(undone.status()).isEqualTo(409);
        assertThat(undone.json().path("detail").asText()).contains("nothing to undo", "were not kept");
    }

    private boolean isPrio(String task) {
        return simulators.awork().state(task).orElseThrow().path("isPrio").asBoolean();
    }

    @Test
    void whatDoesNotFitAJobsStateIsAConflict() throws Exception {
        String job = gateway.ended(client.upload(SET_PRIO, "text/csv", CSV));

        for (String verb : List.of("approve", "cancel", "pause", "resume")) {
            Answer conflict = client.post("/api/jobs/" + job + "/" + verb);
            assertThat(conflict.status()).as(verb).isEqualTo(409);
            assertThat(conflict.header("Content-Type")).contains("application/problem+json");
            assertThat(conflict.json().path("detail").asText()).contains("done");
        }
    }

    @Test
    void aDocumentOfManyBuffersArrivesWhole() throws Exception {
        String many = "id,isPrio\n" + (TASK + "0,true\n").repeat(20_000);

        Answer accepted = client.upload(SET_PRIO, "text/csv", many);

        String job = accepted.json().path("job").asText();
        assertThat(gateway.ledger().jobs().find(job).orElseThrow().arrival().bytes())
                .isEqualTo(many.length());
        client.post("/api/jobs/" + job + "/cancel");
        gateway.ended(accepted); // or the next test would meet its calls
    }
}
