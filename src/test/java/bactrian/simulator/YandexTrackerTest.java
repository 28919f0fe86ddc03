package bactrian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.wire.Ending;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YandexTrackerTest {

    private Simulators simulators;
    private Caller tracker;

    @BeforeEach
    void start() {
        simulators = Simulators.start(SimulatorOptions.standard().graceLooks(1));
        tracker = Caller.yandexTracker(simulators);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void aBulkChangeIsCreatedFollowedAndComplete() throws Exception {
        Caller.Told created =
                change("_update?notify=false", "['TEST-1', 'TEST-2']", "'values': {'type': {'name': 'Ошибка'}}");

        assertThat(created.status()).isEqualTo(201);
        String id = created.json().path("id").asText();
        assertThat(created.json().path("self").asText()).isEqualTo(simulators.yandexTrackerUrl() + "/bulkchange/" + id);
        assertThat(created.json().has("totalIssues")).isFalse();
        assertThat(tracker.get("/bulkchange/" + id).status()).isEqualTo(404);
        assertThat(status(created)).isEqualTo("RUNNING");
        assertThat(status(created)).isEqualTo("RUNNING");
        assertThat(status(created)).isEqualTo("COMPLETE");
        assertThat(tracker.get("/issues/TEST-2").json().path("type").path("key").asText())
                .isEqualTo("bug");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {'summary': 'New'}                                             | summary  | 'New'
                    {'summary': {'set': 'New'}}                                    | summary  | 'New'
                    {'deadline': null}                                             | deadline | null
                    {'priority': 'blocker'}                                        | priority | {'id': 'blocker', 'key': 'blocker', 'display': 'Блокер'}
                    {'priority': {'key': 'blocker'}}                               | priority | {'id': 'blocker', 'key': 'blocker', 'display': 'Блокер'}
                    {'tags': ['x']}                                                | tags     | ['x']
                    {'tags': []}                                                   | tags     | []
                    {'tags': {'add': ['c'], 'remove': ['a']}}                      | tags     | ['b', 'c']
                    {'tags': {'replace': [{'target': 'a', 'replacement': 'z'}]}}   | tags     | ['b', 'z']
                    {'comment': 'Done'}                                            | comments | ['Done']
                    """)
    void valuesAreTakenOver(String values, String field, String expected) throws Exception {
        simulators.yandexTracker().seed(Caller.json("{'issues': {'TEST-1': {'tags': ['a', 'b']}}}"));

        done(change("_update", "['TEST-1']", "'values': " + values));

        assertThat(tracker.get("/issues/TEST-1").json().get(field)).isEqualTo(Caller.json(expected));
    }

    @Test
    void oneUnknownKeyRefusesTheWholeCallAndIsNamedInASentence() throws Exception {
        Caller.Told told = change("_update", "['TEST-1', 'MISSING-7', 'nonsense']", "'values': {'summary': 'x'}");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.json().path("errors").path("issues").asText())
                .isEqualTo("Не удалось найти задачи: MISSING-7, nonsense.");
        simulators.yandexTracker().settle();
        assertThat(simulators.yandexTracker().journal().total()).isZero();
    }

    @Test
    void moreThanTenThousandAreRefused() throws Exception {
        String keys = IntStream.rangeClosed(1, 10_001)
                .mapToObj(n -> "'TEST-" + n + "'")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(change("_update", keys, "'values': {'summary': 'x'}").status())
                .isEqualTo(422);
    }

    @Test
    void issuesFailOneByOneAndTheRestIsDone() throws Exception {
        Caller.Told created = change("_update", "['LOCKED-1', 'TEST-1']", "'values': {'summary': 'x'}");
        done(created);

        JsonNode rows = tracker.get("/bulkchange/" + created.json().path("id").asText() + "/issues")
                .json();
        assertThat(status(created)).isEqualTo("FAILED");
        assertThat(rows.findValuesAsText("status")).containsExactly("COMPLETE", "FAILED");
        assertThat(rows.get(1).path("issue").path("key").asText()).isEqualTo("LOCKED-1");
        assertThat(rows.get(1).path("error").path("errorMessages")).hasSize(1);
        assertThat(tracker.get("/issues/TEST-1").json().path("summary").asText())
                .isEqualTo("x");
    }

    @Test
    void aBadValueFailsPerIssue() throws Exception {
        Caller.Told created = change("_update", "['TEST-1']", "'values': {'priority': 'missing1', 'status': 'open'}");
        done(created);

        JsonNode rows = tracker.get("/bulkchange/" + created.json().path("id").asText() + "/issues")
                .json();
        assertThat(rows.get(0).path("error").path("errors").has("priority")).isTrue();
        assertThat(rows.get(0).path("error").path("errors").has("status")).isTrue();
    }

    @Test
    void aTransitionChangesTheStatus() throws Exception {
        done(change("_transition", "['TEST-1']", "'transition': 'close', 'values': {'comment': 'Bye'}"));

        assertThat(tracker.get("/issues/TEST-1")
                        .json()
                        .path("status")
                        .path("key")
                        .asText())
                .isEqualTo("closed");
    }

    @Test
    void aMovedIssueHasANewKeyAndAnswersToTheOldOne() throws Exception {
        done(change(
                "_move", "['TEST-1', 'TEST-2']", "'queue': 'OTHER', 'moveAllFields': false, 'initialStatus': false"));

        assertThat(tracker.get("/issues/TEST-2").json().path("key").asText()).isEqualTo("OTHER-1000002");
        assertThat(tracker.get("/issues/OTHER-1000001")
                        .json()
                        .path("queue")
                        .path("key")
                        .asText())
                .isEqualTo("OTHER");
    }

    @Test
    void anInterruptedChangeFailsTheSecondHalf() throws Exception {
        simulators.yandexTracker().works().next(Ending.FAILED_HALFWAY);

        Caller.Told created = change("_update", "['TEST-1', 'TEST-2']", "'values': {'summary': 'x'}");
        done(created);

        assertThat(status(created)).isEqualTo("FAILED");
        assertThat(simulators.yandexTracker().journal().changes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "Queue": "SAMPLE"                                 | 30
                    "Queue": "SAMPLE" AND "Summary": "Test"           | 15
                    Queue: SAMPLE Summary: !Test                      | 15
                    Key: SAMPLE-1, SAMPLE-2                           | 2
                    Key: SAMPLE-1 OR (Key: SAMPLE-2 AND Status: open) | 2
                    Status: "Открыт"                                  | 30
                    Assignee: empty()                                 | 30
                    Assignee: notEmpty()                              | 0
                    """)
    void aQueryCounts(String query, int expected) throws Exception {
        Caller.Told told = tracker.post("/issues/_count", "{'query': '" + query.replace("\"", "\\\"") + "'}");

        assertThat(told.json().asInt(-1)).as(told.body()).isEqualTo(expected);
    }

    @Test
    void aQuerySelectsWhatIsChanged() throws Exception {
        done(tracker.post("/bulkchange/_update", "{'issues': 'Summary: Test', 'values': {'priority': 'blocker'}}"));

        assertThat(tracker.post("/issues/_count", "{'query': 'Priority: blocker'}")
                        .json()
                        .asInt())
                .isEqualTo(15);
    }

    @Test
    void aSearchByKeysLeavesOutTheUnknown() throws Exception {
        Caller.Told told =
                tracker.post("/issues/_search?perPage=2", "{'keys': ['TEST-1', 'MISSING-1', 'TEST-2', 'TEST-3']}");

        assertThat(told.json().findValuesAsText("key"))
                .contains("TEST-1", "TEST-2")
                .doesNotContain("TEST-3");
        assertThat(told.header("X-Total-Count")).isEqualTo("3");
        assertThat(told.header("X-Total-Pages")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    /bulkchange/_update            | {'issues': ['TEST-1']}                                  | 422
                    /bulkchange/_update            | {'issues': [], 'values': {}}                            | 422
                    /bulkchange/_update            | {'issues': ['TEST-1'], 'values': {}, 'colour': 'red'}   | 422
                    /bulkchange/_update?notify=yes | {'issues': ['TEST-1'], 'values': {}}                    | 422
                    /bulkchange/_update            | {'issues': 'Colour: red', 'values': {}}                 | 400
                    /bulkchange/_update            | {'issues': 'Queue:', 'values': {}}                      | 400
                    /bulkchange/_update            | [1]                                                     | 400
                    /bulkchange/_transition        | {'issues': ['TEST-1'], 'values': {}}                    | 422
                    /bulkchange/_move              | {'issues': ['TEST-1'], 'queue': 'MISSING'}              | 422
                    /bulkchange/_paint             | {'issues': ['TEST-1']}                                  | 405
                    /issues/_search                | {}                                                      | 422
                    /issues/_count                 | {'filter': {}}                                          | 422
                    /nonsense                      | {}                                                      | 404
                    """)
    void aBadRequestIsRefused(String path, String body, int status) throws Exception {
        Caller.Told told = tracker.post(path, body);

        assertThat(told.status()).isEqualTo(status);
        assertThat(told.json().path("statusCode").asInt()).isEqualTo(status);
    }

    @Test
    void anOrganizationMustBeNamed() throws Exception {
        Caller nobody =
                Caller.of(simulators.yandexTracker(), "Authorization", "OAuth token", "X-Org-Id", "not provided");
        Caller cloud = Caller.of(
                simulators.yandexTracker(),
                "Authorization",
                "Bearer token",
                "X-Org-Id",
                "not provided",
                "X-Cloud-Org-ID",
                "cloud");

        assertThat(nobody.get("/issues/TEST-1").status()).isEqualTo(403);
        assertThat(cloud.get("/issues/TEST-1").status()).isEqualTo(200);
    }

    private Caller.Told change(String how, String keys, String rest) throws IOException {
        return tracker.post("/bulkchange/" + how, "{'issues': " + keys + ", " + rest + "}");
    }

    private void done(Caller.Told created) throws IOException {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        simulators.yandexTracker().settle();
        tracker.get("/bulkchange/" + created.json().path("id").asText()); // the grace
    }

    private String status(Caller.Told created) throws IOException {
        return tracker.get("/bulkchange/" + created.json().path("id").asText())
                .json()
                .path("status")
                .asText();
    }
}
