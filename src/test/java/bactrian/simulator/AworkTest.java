package bactrian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AworkTest {

    private static final String ONE = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d";
    private static final String TWO = "b4e2d3f4-5a6b-4c8d-9e0f-1a2b3c4d5e6f";
    private static final String OTHER = "11111111-1111-4111-8111-111111111111";

    private Simulators simulators;
    private Caller awork;

    @BeforeEach
    void start() {
        simulators = Simulators.start();
        awork = Caller.awork(simulators);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    movetoproject   | 'newProjectId': '@', 'newTaskListId': '@'             | projectId    | '@'
                    movetoproject   | 'newProjectId': '@', 'taskStatusMapping': [{'oldStatusId': '51a70000-0000-4000-8000-000000000001', 'newStatusId': '@'}] | taskStatusId | '@'
                    movetotasklist  | 'newTaskListId': '@', 'removeFromCurrentList': true   | lists        | [{'id': '@'}]
                    moveundertask   | 'newParentTaskId': '@'                                | parentId     | '@'
                    setdates        | 'newDueDate': '2026-12-01T00:00:00Z', 'removeDueDate': false, 'removeStartDate': true | dueOn | '2026-12-01T00:00:00Z'
                    setdates        | 'newDueDate': '2026-12-01T00:00:00Z', 'removeDueDate': false, 'removeStartDate': true | startOn | null
                    setdates        | 'removeDueDate': false, 'removeStartDate': false      | dueOn        | null
                    setdates        | 'newStartDate': '2026-01-01T00:00:00Z', 'removeDueDate': false, 'removeStartDate': false | startOn | null
                    adjustdates     | 'daysOffset': -1.5                                    | dueOn        | '2026-06-13T12:00:00Z'
                    addtags         | 'tags': [{'name': 'Design', 'color': 'red'}]           | tags         | [{'name': 'Design', 'color': 'red'}]
                    changetypeofwork| 'newTypeOfWorkId': '@', 'changeTimeEntries': true     | typeOfWorkId | '@'
                    assignusers     | 'userIds': ['@'], 'removeOldAssignments': false       | assignees    | [{'id': '@'}]
                    unassignusers   | 'userIds': null                                       | assignees    | []
                    setprio         | 'isPrio': true                                        | isPrio       | true
                    changetaskstatus| 'newTaskStatusId': '@'                                | taskStatusId | '@'
                    plannerbatch    | 'plannerData': {'referenceTaskId': '*', 'targetEndDate': '2026-06-20T00:00:00Z'} | dueOn | '2026-06-20T00:00:00Z'
                    plannerbatch    | 'plannerData': {'referenceTaskId': '*', 'targetStartDate': '2026-06-12T00:00:00Z', 'setDates': true} | startOn | '2026-06-12T00:00:00Z'
                    """)
    void anOperationChangesTheTask(String operation, String form, String field, String expected) throws Exception {
        Caller.Told told = batch(operation, "['" + ONE + "']", with(form));

        assertThat(told.status()).as(told.body()).isEqualTo(207);
        assertThat(told.json()).isEqualTo(Caller.json("{'ok': {'ids': ['" + ONE + "']}}"));
        assertThat(awork.get("/tasks/" + ONE).json().path(field)).isEqualTo(Caller.json(with(expected)));
        assertThat(awork.get("/tasks/" + ONE).json().path("resourceVersion").asInt())
                .isEqualTo(2);
    }

    @Test
    void theAnswerSortsTheIds() throws Exception {
        String ids =
                """
                ['%s', '00000000-1111-4111-8111-111111111111', '00000001-1111-4111-8111-111111111111',
                 '00000002-1111-4111-8111-111111111111', '00000003-1111-4111-8111-111111111111']"""
                        .formatted(ONE);

        JsonNode told = batch("setprio", ids, "'isPrio': true").json();

        assertThat(told)
                .isEqualTo(Caller.json(
                        """
                                {'ok': {'ids': ['%s']},
                                 'notFound': {'ids': ['00000000-1111-4111-8111-111111111111']},
                                 'unauthorized': {'ids': ['00000001-1111-4111-8111-111111111111']},
                                 'badRequest': {'ids': ['00000002-1111-4111-8111-111111111111']}}"""
                                .formatted(ONE)));
    }

    @Test
    void aDeletedTaskIsGone() throws Exception {
        batch("delete", "['" + ONE + "']", "'deleteTimeTrackings': false");

        assertThat(batch("delete", "['" + ONE + "']", "'deleteTimeTrackings': false")
                        .json())
                .isEqualTo(Caller.json("{'notFound': {'ids': ['" + ONE + "']}}"));
        assertThat(awork.get("/tasks/" + ONE).status()).isEqualTo(404);
    }

    @Test
    void aCopyTakesItsSubtasksAlong() throws Exception {
        simulators.awork().seed(Caller.json("{'tasks': {'" + TWO + "': {'parentId': '" + ONE + "'}}}"));

        batch("copy", "['" + TWO + "', '" + ONE + "']", "'isPrio': null");

        assertThat(simulators.awork().journal().changes())
                .extracting(change -> change.after().text("copiedFrom"))
                .containsExactly(ONE, TWO);
    }

    @Test
    void shiftedDatesPullSubtasksAndSuccessorsOnce() throws Exception {
        simulators
                .awork()
                .seed(Caller.json("{'tasks': {'" + ONE + "': {'successorIds': ['" + OTHER + "']},'" + TWO
                        + "': {'parentId': '" + ONE + "'}}}"));

        batch(
                "adjustdates",
                "['" + ONE + "', '" + TWO + "']",
                "'daysOffset': 1, 'adjustSubtasks': true, 'adjustSuccessors': true");

        for (String id : new String[] {ONE, TWO, OTHER}) {
            assertThat(awork.get("/tasks/" + id).json().path("dueOn").asText()).isEqualTo("2026-06-16T00:00:00Z");
        }
    }

    @Test
    void theReferenceTaskSetsTheShiftOfAll() throws Exception {
        simulators.awork().seed(Caller.json("{'tasks': {'" + TWO + "': {'startOn': '2026-07-01T00:00:00Z'}}}"));

        batch(
                "plannerbatch",
                "['" + ONE + "', '" + TWO + "']",
                "'plannerData': {'referenceTaskId': '" + ONE + "', 'targetStartDate': '2026-06-08T00:00:00Z'}");

        assertThat(awork.get("/tasks/" + ONE).json().path("startOn").asText()).isEqualTo("2026-06-08T00:00:00Z");
        assertThat(awork.get("/tasks/" + TWO).json().path("startOn").asText()).isEqualTo("2026-06-29T00:00:00Z");
    }

    @Test
    void assigningReplacesUnlessToldToAdd() throws Exception {
        batch("assignusers", "['" + ONE + "']", "'userIds': ['" + OTHER + "']");
        batch("assignusers", "['" + ONE + "']", "'userIds': ['" + TWO + "'], 'removeOldAssignments': false");
        batch("assignusers", "['" + TWO + "']", "'userIds': ['" + OTHER + "']");
        batch("assignusers", "['" + TWO + "']", "'userIds': ['" + ONE + "']");

        assertThat(awork.get("/tasks/" + ONE).json().path("assignees")).hasSize(2);
        assertThat(awork.get("/tasks/" + TWO).json().path("assignees")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    setprio       | 'colour': 'red', 'isPrio': true                        | Colour
                    setprio       | 'isPrio': 'yes'                                        | IsPrio
                    setprio       | 'isPrio': null                                         | IsPrio
                    setdates      | 'newDueDate': '2026-12-01T00:00:00Z'                   | RemoveDueDate
                    setdates      | 'newDueDate': '2026-12-01', 'removeDueDate': false, 'removeStartDate': false | NewDueDate
                    movetoproject | 'newTaskListId': '@'                                   | NewProjectId
                    movetoproject | 'newProjectId': '00000000-1111-4111-8111-111111111111' | NewProjectId
                    addtags       | 'tags': [{'name': 'Design', 'color': 'pink'}]          | Tags
                    addtags       | 'tags': [{'color': 'red'}]                             | Tags
                    assignusers   | 'removeOldAssignments': true                           | UserIds
                    adjustdates   | 'adjustSubtasks': true                                 | DaysOffset
                    plannerbatch  | 'plannerData': {'moveType': 'Sideways', 'referenceTaskId': '@'} | PlannerData
                    plannerbatch  | 'taskIds': ['@', '*'], 'plannerData': {'referenceTaskId': '@', 'setDates': true} | TaskIds
                    paint         | 'isPrio': true                                         | Operation
                    """)
    void aBadFormIsRefusedByProperty(String operation, String form, String property) throws Exception {
        Caller.Told told = form.contains("taskIds")
                ? awork.post("/tasks/batch/" + operation, "{" + with(form) + "}")
                : batch(operation, "['" + ONE + "']", with(form));

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.json().path("validationErrors").findValuesAsText("property"))
                .contains(property);
        assertThat(told.json().path("traceId").asText()).hasSize(32);
        assertThat(simulators.awork().journal().total()).isZero();
    }

    @Test
    void oneMalformedIdRefusesTheCallAndIsNamed() throws Exception {
        Caller.Told told = batch("setprio", "['" + ONE + "', 'not-an-id']", "'isPrio': true");

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.body()).contains("TaskIds").contains("not-an-id");
    }

    private Caller.Told batch(String operation, String ids, String form) throws IOException {
        return awork.post("/tasks/batch/" + operation, "{'taskIds': " + ids + ", " + form + "}");
    }

    private static String with(String text) {
        return text.replace("@", OTHER).replace("*", ONE);
    }
}
