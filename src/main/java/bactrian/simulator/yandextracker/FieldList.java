package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /fields}: the fields an issue can have. The official client asks before it shows an issue. */
final class FieldList {

    private static final Map<String, String> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("assignee", "user"),
            Map.entry("comments", "string"),
            Map.entry("components", "component"),
            Map.entry("deadline", "date"),
            Map.entry("followers", "user"),
            Map.entry("key", "string"),
            Map.entry("parent", "issue"),
            Map.entry("priority", "priority"),
            Map.entry("queue", "queue"),
            Map.entry("sprint", "sprint"),
            Map.entry("status", "status"),
            Map.entry("summary", "string"),
            Map.entry("tags", "string"),
            Map.entry("type", "issuetype"),
            Map.entry("version", "integer")));

    private FieldList() {}

    static ArrayNode json(URI base) {
        ArrayNode fields = Json.array();
        TYPES.forEach((id, type) -> fields.addObject()
                .put("self", base + "/fields/" + id)
                .put("id", id)
                .put("key", id)
                .put("name", id)
                .putObject("schema")
                .put("type", type)
                .put("required", id.equals("summary")));
        return fields;
    }
}
