package bactrian.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code GET /api/schedules}: the scheduled jobs. There are none yet. */
final class SchedulesResource implements Resource {

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/schedules", "List the scheduled jobs", request -> {
                    ObjectNode answer = JsonNodeFactory.instance.objectNode();
                    answer.putArray("schedules");
                    return WebResponse.json(200, answer);
                })
                .answers(200, "The schedules, with their last and next run"));
    }
}
