package bactrian.provider.awork;

import static bactrian.provider.Reads.value;

import bactrian.operation.Change;
import bactrian.provider.Reads;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tasks by {@code GET /tasks/{id}}, one at a time. Assignees and lists are brought down to their ids. */
final class TaskReads implements Reads {
    static final List<String> FIELDS = List.of(
            "startOn",
            "dueOn",
            "isPrio",
            "taskStatusId",
            "typeOfWorkId",
            "projectId",
            "parentId",
            "assignees",
            "lists",
            "tags");

    private static final Set<String> TIMES = Set.of("startOn", "dueOn");

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Request ask(List<String> targets) {
        return Request.get("/tasks/" + targets.get(0));
    }

    @Override
    public Optional<Page> read(Reply reply) {
        if (reply.status() == 404) {
            return Optional.of(new Page(Map.of(), false));
        }
        return reply.json()
                .filter(any -> reply.successful())
                .filter(task -> task.path("id").isTextual())
                .map(ObjectNode.class::cast)
                .map(task -> new Page(Map.of(task.path("id").asText().toLowerCase(Locale.ROOT), task), false));
    }

    /** Of a task that is deleted all is kept. */
    @Override
    public ObjectNode kept(Change change, ObjectNode present) {
        if (change.operation().equals("delete")) {
            return present.deepCopy();
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        concerned(change.operation()).forEach(field -> kept.set(field, plain(value(present, field))));
        return kept;
    }

    /** What an operation changes, and what undoing it needs to know. */
    private static List<String> concerned(String operation) {
        return switch (operation) {
            case "setprio" -> List.of("isPrio");
            case "changetaskstatus" -> List.of("taskStatusId");
            case "changetypeofwork" -> List.of("typeOfWorkId");
            case "moveundertask" -> List.of("parentId");
            case "movetotasklist" -> List.of("lists");
            case "movetoproject" -> List.of("projectId", "lists", "taskStatusId", "parentId");
            case "setdates", "adjustdates" -> List.of("startOn", "dueOn");
            case "assignusers", "unassignusers" -> List.of("assignees");
            case "addtags" -> List.of("tags");
            default -> FIELDS;
        };
    }

    /** Lists of objects with an id become lists of ids. */
    static JsonNode plain(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode plain = JsonNodeFactory.instance.arrayNode();
        value.forEach(entry -> plain.add(entry.hasNonNull("id") ? entry.get("id") : entry));
        return plain;
    }

    @Override
    public Expected expected(Change change, ObjectNode before) {
        return new Effects(change.values(), before).of(change.operation());
    }

    @Override
    public boolean same(String field, JsonNode one, JsonNode other) {
        if (TIMES.contains(field) && one.isTextual() && other.isTextual()) {
            return sameMoment(one.textValue(), other.textValue());
        }
        if (one.isArray() || other.isArray()) {
            return names(one).equals(names(other));
        }
        return one.isTextual() && other.isTextual()
                ? one.textValue().equalsIgnoreCase(other.textValue())
                : one.equals(other);
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new HashSet<>();
        plain(list)
                .forEach(entry -> names.add(
                        (entry.isObject() ? entry.path("name") : entry).asText().toLowerCase(Locale.ROOT)));
        return names;
    }

    private static boolean sameMoment(String one, String other) {
        try {
            return OffsetDateTime.parse(one)
                    .toInstant()
                    .equals(OffsetDateTime.parse(other).toInstant());
        } catch (DateTimeException noMoment) {
            return one.equals(other);
        }
    }
}
