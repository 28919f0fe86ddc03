package bactrian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

    private Simulators simulators;
    private Caller control;
    private Caller close;

    @BeforeEach
    void start() {
        simulators = Simulators.start();
        control = Caller.control(simulators.closeSimulator());
        close = Caller.close(simulators);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void stateIsSeededAndRead() throws Exception {
        control.post("/seed", "{'tasks': {'task_1': {'text': 'Hello'}}}");

        assertThat(control.get("/state?id=task_1").json().path("text").asText()).isEqualTo("Hello");
        assertThat(control.get("/state?id=task_missing").status()).isEqualTo(404);
    }

    @Test
    void theJournalTellsWhatEachRequestChanged() throws Exception {
        close.put("/task/task_1/", "{'is_complete': true}");
        close.put("/task/", "{'is_complete': false, '_params': {'id__in': 'task_1,task_2'}}");

        JsonNode journal = control.get("/journal?id=task_1").json();

        assertThat(journal.findValuesAsText("request")).containsExactly("1", "2");
        assertThat(journal.get(0).path("after").path("is_complete").asBoolean()).isTrue();
        assertThat(control.get("/state").json().path("applied").asInt()).isEqualTo(3);
    }

    @Test
    void theLogHasEveryRequestAndNoneOfTheSimulatorsOwn() throws Exception {
        close.put("/task/task_1/?_fields=id", "{'is_complete': true}");
        close.get("/task/task_missing/");

        JsonNode log = control.get("/log").json();

        assertThat(log.path("total").asInt()).isEqualTo(2);
        JsonNode first = log.path("entries").get(0);
        assertThat(first.path("path").asText()).isEqualTo("/api/v1/task/task_1/");
        assertThat(first.path("query").asText()).isEqualTo("_fields=id");
        assertThat(first.path("body").asText()).isEqualTo("{\"is_complete\": true}");
        assertThat(first.path("targets")).isEqualTo(Caller.json("['task_1']"));
        assertThat(first.path("digest").asText()).hasSize(64);
        assertThat(log.path("entries").findValuesAsText("status")).containsExactly("200", "404");
    }

    @Test
    void faultsAreScriptedAndCleared() throws Exception {
        control.post("/faults", "[{'effect': 'error-after', 'path': 'task_1', 'times': 5}]");
        assertThat(close.get("/task/task_1/").status()).isEqualTo(500);

        control.delete("/faults");

        assertThat(close.get("/task/task_1/").status()).isEqualTo(200);
    }

    @Test
    void credentialsAreNarrowedAndWidened() throws Exception {
        control.post("/credentials", "{'accept': ['another']}");
        assertThat(close.get("/task/task_1/").status()).isEqualTo(401);

        control.post("/credentials", "{'accept': null}");

        assertThat(close.get("/task/task_1/").status()).isEqualTo(200);
    }

    @Test
    void theRateIsSet() throws Exception {
        control.post("/rate", "{'perSecond': 0.001}");

        assertThat(close.get("/task/task_1/").status()).isEqualTo(200);
        assertThat(close.get("/task/task_1/").status()).isEqualTo(429);
    }

    @Test
    void workIsScriptedAndSettled() throws Exception {
        control.post("/works", "{'next': 'failed-at-once'}");
        String id = close.post(
                        "/bulk_action/edit/",
                        "{'type': 'set_lead_status', 'lead_status_id': 'stat_1', 's_query': {'type': 'match_all'}}")
                .json()
                .path("id")
                .asText();

        control.post("/works", "{'settle': true}");

        assertThat(close.get("/bulk_action/edit/" + id + "/")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("error");
        assertThat(simulators.closeSimulator().journal().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    /faults  | {'effect': 'explode'}               | 400
                    /faults  | {'effect': 'error-after', 'on': 1}  | 400
                    /works   | {'next': 'explode'}                 | 400
                    /seed    | not json                            | 400
                    /nothing | {}                                  | 404
                    """)
    void mistakesInAScriptAreSaid(String path, String body, int status) throws Exception {
        assertThat(control.post(path, body).status()).isEqualTo(status);
    }

    @Test
    void nobodyIsLetInWithoutCredentials() throws Exception {
        assertThat(Caller.of(simulators.closeSimulator()).get("/task/task_1/").status())
                .isEqualTo(401);
        assertThat(Caller.of(simulators.closeSimulator(), "Authorization", "Basic a2V5OnB3")
                        .get("/task/task_1/")
                        .status())
                .isEqualTo(401);
        assertThat(Caller.of(simulators.awork(), "Authorization", "Basic a2V5Og==")
                        .get("/tasks/a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d")
                        .status())
                .isEqualTo(401);
        assertThat(Caller.of(simulators.yandexTracker(), "X-Org-ID", "1")
                        .get("/issues/TEST-1")
                        .status())
                .isEqualTo(401);
    }
}
