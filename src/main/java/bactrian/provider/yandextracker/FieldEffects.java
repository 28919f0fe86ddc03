package bactrian.provider.yandextracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the forms in which values are given make of a field, and when two values are the same. */
final class FieldEffects {
    private static final Set<String> VERBS = Set.of("set", "add", "remove", ValueForms.REPLACE);
    private static final Set<String> NAMES = Set.of("id", "key", "name", "display", "login");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FieldEffects() {}

    /** What a field becomes; empty where that cannot be told: a comment, an unknown form, a value before not known. */
    static Optional<JsonNode> of(String field, JsonNode given, ObjectNode before) {
        if (field.equals("comment")) {
            return Optional.empty();
        }
        if (!given.isObject() || isName(given)) {
            return Optional.of(given);
        }
        if (given.isEmpty() || !given.propertyStream().allMatch(verb -> VERBS.contains(verb.getKey()))) {
            return Optional.empty();
        }
        if (!given.has("set") && !before.has(field)) {
            return Optional.empty();
        }
        List<JsonNode> values = list(given.has("set") ? given.get("set") : before.get(field));
        if (given.size() == 1 && given.has("set")) {
            return Optional.of(given.get("set"));
        }
        list(given.path("remove")).forEach(gone -> values.removeIf(value -> same(value, gone)));
        list(given.path("add")).forEach(added -> add(values, added));
        given.path(ValueForms.REPLACE).forEach(swap -> {
            if (values.removeIf(value -> same(value, swap.path("target")))) {
                add(values, swap.path("replacement"));
            }
        });
        ArrayNode after = JSON.arrayNode();
        values.forEach(after::add);
        return Optional.of(after);
    }

    private static void add(List<JsonNode> values, JsonNode added) {
        if (values.stream().noneMatch(value -> same(value, added))) {
            values.add(added);
        }
    }

    static boolean isName(JsonNode value) {
        return value.isObject() && value.propertyStream().anyMatch(part -> NAMES.contains(part.getKey()));
    }

    private static List<JsonNode> list(JsonNode value) {
        List<JsonNode> list = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(list::add);
        } else if (!value.isNull() && !value.isMissingNode()) {
            list.add(value);
        }
        return list;
    }

    /** Empty lists and nulls are the same; something Tracker knows is the same by any of its names. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isArray() || other.isArray() || one.isNull() || other.isNull()) {
            List<JsonNode> ones = list(one);
            List<JsonNode> others = list(other);
            return ones.size() == others.size()
                    && ones.stream().allMatch(each -> others.stream().anyMatch(value -> same(each, value)));
        }
        if (isName(one) || isName(other)) {
            return sameName(names(one), names(other));
        }
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private static Map<String, String> names(JsonNode value) {
        Map<String, String> names = new HashMap<>();
        if (value.isObject()) {
            NAMES.stream()
                    .filter(value::hasNonNull)
                    .forEach(name -> names.put(
                            name.equals("name") ? "display" : name,
                            value.get(name).asText()));
        } else {
            names.put("", value.asText());
        }
        return names;
    }

    private static boolean sameName(Map<String, String> one, Map<String, String> other) {
        for (String by : List.of("id", "key")) {
            if (one.containsKey(by) && other.containsKey(by)) {
                return one.get(by).equals(other.get(by));
            }
        }
        if (one.containsKey("") || other.containsKey("")) {
            return one.values().stream().anyMatch(other::containsValue);
        }
        return one.entrySet().stream().anyMatch(name -> name.getValue().equals(other.get(name.getKey())));
    }
}
