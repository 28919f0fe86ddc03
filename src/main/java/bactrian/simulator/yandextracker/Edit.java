package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code values} of a bulk change: what is wrong with them for an issue, and what they make of it. */
final class Edit {

    private static final Set<String> VERBS = Set.of("set", "add", "remove", "replace");
    private static final Set<String> NAMES = Set.of("id", "key", "name", "display", "login");

    private final JsonNode values;

    Edit(JsonNode values) {
        this.values = values;
    }

    /** What stands against it, by field. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        values.properties().forEach(field -> {
            if (field.getKey().startsWith("missing")) {
                problems.put(field.getKey(), "Поле не существует.");
            } else if (!given(field.getValue()).stream().allMatch(Reference::exists)
                    && Reference.isField(field.getKey())) {
                problems.put(field.getKey(), "Значение не существует.");
            } else if (field.getKey().equals("summary") && field.getValue().isNull()) {
                problems.put("summary", "Поле обязательно для заполнения.");
            }
        });
        return problems;
    }

    /** The issue with every value taken over, one version on. */
    Values on(Values issue) {
        Values[] edited = {issue};
        values.properties()
                .forEach(field -> edited[0] = field.getKey().equals("comment")
                        ? commented(edited[0], field.getValue())
                        : edited[0].with(
                                field.getKey(), value(field.getKey(), issue.get(field.getKey()), field.getValue())));
        return edited[0].with(
                "version", Json.object().numberNode(issue.get("version").asInt() + 1));
    }

    private static Values commented(Values issue, JsonNode comment) {
        ArrayNode comments = list(issue.get("comments"));
        comments.add(comment.isObject() ? comment.path("text") : comment);
        return issue.with("comments", comments);
    }

    private static JsonNode value(String field, JsonNode before, JsonNode given) {
        if (!given.isObject() || given.isEmpty() || !VERBS.containsAll(names(given))) {
            return given.isArray() ? references(field, given) : Reference.of(field, given);
        }
        JsonNode value = before;
        if (given.has("set")) {
            value = value(field, before, given.get("set"));
        }
        if (given.has("remove")) {
            value = without(value, references(field, list(given.get("remove"))));
        }
        if (given.has("add")) {
            value = joined(value, references(field, list(given.get("add"))));
        }
        for (JsonNode swap : given.path("replace")) {
            value = swapped(field, value, swap);
        }
        return value;
    }

    private static JsonNode swapped(String field, JsonNode value, JsonNode swap) {
        JsonNode target = Reference.of(field, swap.path("target"));
        boolean held = !without(value, list(target)).equals(list(value));
        return held ? joined(without(value, list(target)), list(Reference.of(field, swap.path("replacement")))) : value;
    }

    private static ArrayNode joined(JsonNode before, JsonNode added) {
        Set<JsonNode> all = new LinkedHashSet<>();
        list(before).forEach(all::add);
        added.forEach(all::add);
        ArrayNode joined = Json.array();
        all.forEach(joined::add);
        return joined;
    }

    private static ArrayNode without(JsonNode before, JsonNode removed) {
        ArrayNode left = Json.array();
        Set<JsonNode> gone = new LinkedHashSet<>();
        removed.forEach(gone::add);
        list(before).forEach(value -> {
            if (!gone.contains(value)) {
                left.add(value);
            }
        });
        return left;
    }

    private static ArrayNode references(String field, JsonNode list) {
        ArrayNode references = Json.array();
        list.forEach(value -> references.add(Reference.of(field, value)));
        return references;
    }

    private static ArrayNode list(JsonNode value) {
        ArrayNode list = Json.array();
        if (value.isArray()) {
            value.forEach(list::add);
        } else if (!(value instanceof NullNode)) {
            list.add(value);
        }
        return list;
    }

    /** Every single value mentioned, whatever is to be done with it. */
    private static List<JsonNode> given(JsonNode value) {
        List<JsonNode> given = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(given::add);
        } else if (value.isObject() && names(value).stream().noneMatch(NAMES::contains)) {
            value.forEach(inner -> given.addAll(given(inner)));
        } else {
            given.add(value);
        }
        return given;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
