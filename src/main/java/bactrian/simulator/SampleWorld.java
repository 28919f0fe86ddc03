package bactrian.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Something to select by filter or query, so that a first try needs no seeding. */
final class SampleWorld {

    private static final List<String> COMPANIES =
            List.of("ACME Inc.", "Globex Corporation", "Initech", "Umbrella Ltd.");
    private static final List<String> STATUSES = List.of("stat_potential", "stat_qualified", "stat_customer");
    private static final List<String> USERS = List.of("user_alice", "user_bob");

    private SampleWorld() {}

    /** Twelve tasks; twelve leads, each with a contact and an opportunity. */
    static ObjectNode close() {
        ObjectNode world = JsonNodeFactory.instance.objectNode();
        ObjectNode tasks = world.putObject("tasks");
        ObjectNode objects = world.putObject("objects");
        for (int n = 1; n <= 12; n++) {
            String lead = "lead_sample" + n;
            tasks.putObject("task_sample" + n)
                    .put("assigned_to", USERS.get(n % USERS.size()))
                    .put("lead_id", lead)
                    .put("is_complete", n % 3 == 0);
            objects.putObject(lead)
                    .put("object_type", "lead")
                    .put("name", COMPANIES.get(n % COMPANIES.size()))
                    .put("status_id", STATUSES.get(n % STATUSES.size()));
            objects.putObject("cont_sample" + n)
                    .put("object_type", "contact")
                    .put("lead_id", lead)
                    .put("name", "Person " + n);
            objects.putObject("oppo_sample" + n)
                    .put("object_type", "opportunity")
                    .put("lead_id", lead)
                    .put("note", "Deal " + n);
        }
        return world;
    }

    /** Thirty issues of queue {@code SAMPLE}. */
    static ObjectNode yandexTracker() {
        ObjectNode world = JsonNodeFactory.instance.objectNode();
        ObjectNode issues = world.putObject("issues");
        for (int n = 1; n <= 30; n++) {
            issues.putObject("SAMPLE-" + n).put("summary", (n % 2 == 0 ? "Test " : "Task ") + n);
        }
        return world;
    }
}
