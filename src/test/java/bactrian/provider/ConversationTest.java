package bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.provider.close.CloseProvider;
import bactrian.provider.yandextracker.YandexTrackerProvider;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dialects and simulators, written from the same documents by different hands, understand each other. */
class ConversationTest {
    private static Conversation close;
    private static Conversation tracker;

    @BeforeAll
    static void start() {
        close = new Conversation(new CloseProvider(), Map.of());
        tracker = new Conversation(new YandexTrackerProvider(), Map.of("org-id", "org-of-the-test"));
    }

    @AfterAll
    static void stop() {
        close.close();
        tracker.close();
    }

    @Test
    void closeProvesEachTaskOfABulkUpdate() throws Exception {
        String reading = close.with(
                "update-tasks",
                "{\"assigned_to\": \"user_1\", \"date\": \"2026-12-01T09:00:00+03:00\", \"is_complete\": true}",
                "task_one",
                "task_missing1",
                "task_email2",
                "task_forbidden3");

        assertThat(reading)
                .isEqualTo(
                        "{\"partly\":[\"succeeded\",\"failed not-found: The provider shows no such target to this account.\","
                                + "\"succeeded\",\"again\"]}");
    }

    @Test
    void closeChangesOneTask() throws Exception {
        assertThat(close.with("update-task", "{\"text\": \"Call back\", \"resolution\": null}", "task_one"))
                .isEqualTo("{\"settled\":[\"succeeded\"]}");
    }

    @Test
    void closeNamesTheFieldOfOneTaskThatIsWrong() throws Exception {
        assertThat(close.with("update-task", "{\"text\": \"Call back\"}", "task_email2"))
                .contains("failed rejected: text: ")
                .contains("whole-call");
    }

    @Test
    void closeChangesTasksByAFilter() throws Exception {
        assertThat(close.where(
                        "update-tasks", "{\"is_complete\": true}", "{\"is_complete\": false, \"_type\": \"lead\"}"))
                .contains("succeeded");
    }

    @Test
    void closeRunsABulkEditToItsEnd() throws Exception {
        String reading = close.where(
                "bulk-edit",
                "{\"type\": \"set_lead_status\", \"lead_status_id\": \"stat_won\"}",
                "{\"type\": \"object_type\", \"object_type\": \"lead\"}");

        assertThat(reading).startsWith("{\"settled\":[\"succeeded (affected ");
    }

    @Test
    void trackerChangesIssuesAndTellsWhichFailed() throws Exception {
        assertThat(tracker.with("update", "{\"priority\": {\"key\": \"critical\"}}", "TEST-1", "TEST-2"))
                .isEqualTo("{\"settled\":[\"succeeded\",\"succeeded\"]}");
    }

    @Test
    void trackerChangesTheOtherIssuesWhereOneFails() throws Exception {
        assertThat(tracker.with("update", "{\"priority\": \"critical\"}", "TEST-1", "LOCKED-2"))
                .startsWith("{\"settled\":[\"succeeded\",\"failed rejected: ");
    }

    @Test
    void trackerRefusesTheCallForAnUnknownKeyAndNamesIt() throws Exception {
        assertThat(tracker.with("update", "{\"priority\": \"critical\"}", "TEST-1", "MISSING-2"))
                .contains("MISSING-2")
                .endsWith("\"blame\":\"some-edits\",\"culprits\":[1]}");
    }

    @Test
    void trackerTakesIssuesToAnotherStatus() throws Exception {
        assertThat(tracker.with("transition", "{\"transition\": \"close\", \"resolution\": \"fixed\"}", "TEST-5"))
                .isEqualTo("{\"settled\":[\"succeeded\"]}");
    }

    @Test
    void trackerMovesIssuesToAnotherQueue() throws Exception {
        assertThat(tracker.with("move", "{\"queue\": \"OTHER\"}", "TEST-6")).isEqualTo("{\"settled\":[\"succeeded\"]}");
    }

    @Test
    void trackerChangesIssuesByAQuery() throws Exception {
        assertThat(tracker.where("update", "{\"tags\": {\"add\": [\"seen\"]}}", "\"Queue: TEST\""))
                .startsWith("{\"settled\":[\"succeeded (affected ");
    }
}
