package bactrian.simulator.awork;

import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An awork task: an immutable view on its values, in the names of {@code GET /tasks/{id}}. Assignees and lists are kept
 * as plain ids.
 */
record Task(Values values) {

    static final Task UNTOUCHED = new Task(Values.of(untouched()));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    Optional<Instant> start() {
        return instant(values.get("startOn"));
    }

    Optional<Instant> due() {
        return instant(values.get("dueOn"));
    }

    String project() {
        return values.text("projectId");
    }

    List<String> assignees() {
        return Json.texts(values.get("assignees"));
    }

    Task with(String name, JsonNode value) {
        return new Task(values.with(name, value));
    }

    Task with(String name, String text) {
        return with(name, Json.text(text));
    }

    Task with(String name, List<String> texts) {
        return with(name, Json.texts(texts));
    }

    Task withStart(Optional<Instant> start) {
        return with("startOn", time(start));
    }

    Task withDue(Optional<Instant> due) {
        return with("dueOn", time(due));
    }

    /** One change older. */
    Task aged() {
        return new Task(values.with(
                "resourceVersion",
                Json.object().numberNode(values.get("resourceVersion").asInt() + 1)));
    }

    ObjectNode json(String id) {
        ObjectNode json = Json.object().put("id", id);
        json.setAll(values.json());
        json.set("assignees", references(assignees()));
        json.set("lists", references(Json.texts(values.get("lists"))));
        return json;
    }

    static Optional<Instant> instant(JsonNode time) {
        return time.isTextual()
                ? Optional.of(OffsetDateTime.parse(time.textValue()).toInstant())
                : Optional.empty();
    }

    private static JsonNode time(Optional<Instant> instant) {
        return instant.<JsonNode>map(at -> Json.text(TIME.format(at.atOffset(ZoneOffset.UTC))))
                .orElse(NullNode.getInstance());
    }

    private static ArrayNode references(List<String> ids) {
        ArrayNode references = Json.array();
        ids.forEach(id -> references.addObject().put("id", id));
        return references;
    }

    private static ObjectNode untouched() {
        ObjectNode task = Json.object()
                .put("name", "Untouched")
                .put("startOn", "2026-06-10T00:00:00Z")
                .put("dueOn", "2026-06-15T00:00:00Z")
                .put("isPrio", false)
                .put("taskStatusId", "51a70000-0000-4000-8000-000000000001")
                .put("typeOfWorkId", "51a70000-0000-4000-8000-000000000002")
                .put("projectId", "51a70000-0000-4000-8000-000000000003")
                .put("parentId", (String) null)
                .put("resourceVersion", 1);
        task.putArray("assignees");
        task.putArray("tags");
        task.putArray("lists");
        return task;
    }
}
