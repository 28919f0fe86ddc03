package bactrian.simulator.close;

import bactrian.simulator.wire.Ending;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Work;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One bulk edit as Close shows it: every documented field, the counts null until they are known.
 *
 * @param objects how many objects it selected
 * @param leads how many leads these belong to
 */
record BulkEdit(JsonNode asked, Work work, int objects, int leads) {

    ObjectNode json(double share, Instant now) {
        boolean counted = share >= 0.5 || work.finished();
        ObjectNode json = Json.object()
                .put("id", work.id())
                .put("organization_id", "orga_simulator")
                .put("created_by", "user_simulator")
                .put("updated_by", "user_simulator")
                .put("date_created", TaskShape.time(work.startedAt()))
                .put("date_updated", TaskShape.time(now))
                .put("status", status(share))
                .put("type", asked.path("type").asText())
                .put("query", (String) null)
                .put("n_leads", counted ? leads : null)
                .put("n_objects", counted ? objects : null)
                .put("n_leads_processed", processed(leads, share))
                .put("n_objects_processed", processed(objects, share))
                .put("send_done_email", asked.path("send_done_email").asBoolean(true));
        for (String echoed : new String[] {"custom_field_name", "lead_status_id", "results_limit"}) {
            json.set(echoed, asked.has(echoed) ? asked.get(echoed) : NullNode.getInstance());
        }
        json.put(
                "custom_field_value",
                asked.hasNonNull("custom_field_value")
                        ? asked.path("custom_field_value").asText()
                        : null);
        json.set("s_query", asked.path("s_query"));
        json.set("sort", asked.has("sort") ? asked.get("sort") : Json.array());
        return json;
    }

    private String status(double share) {
        if (work.finished()) {
            return work.ending() == Ending.DONE ? "done" : "error";
        }
        return share <= 0 ? "created" : share < 0.5 ? "loading" : "processing";
    }

    private int processed(int total, double share) {
        if (work.finished()) {
            return switch (work.ending()) {
                case DONE -> total;
                case FAILED_HALFWAY -> total / 2;
                case FAILED_AT_ONCE, STUCK -> 0;
            };
        }
        return share < 0.5 ? 0 : (int) (total * (share - 0.5));
    }
}
