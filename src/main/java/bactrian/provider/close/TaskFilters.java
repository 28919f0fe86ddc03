package bactrian.provider.close;

import static bactrian.provider.Schemas.bool;
import static bactrian.provider.Schemas.dateOrDateTime;
import static bactrian.provider.Schemas.listOf;
import static bactrian.provider.Schemas.object;
import static bactrian.provider.Schemas.oneOf;
import static bactrian.provider.Schemas.shown;
import static bactrian.provider.Schemas.string;

import bactrian.operation.Rule;
import bactrian.outcome.Code;
import bactrian.outcome.Nearest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The filters by which tasks are selected: those of {@code GET /task/}. */
final class TaskFilters {
    private static final List<String> DATES = List.of("date", "due_date");
    private static final List<String> COMPARED = List.of("date", "due_date", "date_created", "date_updated");

    /** They shape the answer or name what a key is bound to anyway, so they leave no task out. */
    private static final Set<String> SELECT_NOTHING = Set.of("_order_by", "_fields", "format", "organization_id");

    private TaskFilters() {}

    static ObjectNode schema() {
        ObjectNode schema = object();
        ObjectNode filters = schema.putObject("properties");
        for (String name : List.of(
                "id", "assigned_to", "lead_id", "organization_id", "_type", "view", "_order_by", "_fields", "format")) {
            filters.set(name, string());
        }
        filters.set("id__in", either(string(), listOf(string()).put("minItems", 1)));
        filters.set("_type__in", either(string(), listOf(string()).put("minItems", 1)));
        filters.set("is_complete", either(bool(), oneOf("true", "false")));
        DATES.forEach(name -> filters.set(name, dateOrDateTime()));
        for (String name : COMPARED) {
            for (String comparison : List.of("__lt", "__lte", "__gt", "__gte")) {
                filters.set(name + comparison, dateOrDateTime());
            }
        }
        return shown(
                schema,
                JsonNodeFactory.instance.objectNode().put("is_complete", false).put("date__lt", "2026-12-01"));
    }

    /** Every filter is known, and together they leave some task out. */
    static Rule narrowing() {
        ObjectNode schema = schema();
        Set<String> known = schema.get("properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return (values, where) -> where.filter(JsonNode::isObject)
                .map(selection -> check(known, selection))
                .orElse(List.of());
    }

    private static List<Rule.Fault> check(Set<String> known, JsonNode selection) {
        List<Rule.Fault> faults = selection
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .map(name -> unknown(name, known))
                .toList();
        if (!faults.isEmpty() || selection.propertyStream().anyMatch(TaskFilters::narrows)) {
            return faults;
        }
        return List.of(new Rule.Fault(
                "where",
                Code.INVALID_VALUE,
                "the filter would select every task",
                "Add a filter that leaves tasks out, for example lead_id or is_complete."));
    }

    private static Rule.Fault unknown(String name, Set<String> known) {
        String hint = Nearest.to(name, known)
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElseGet(() -> "Use one of " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        return new Rule.Fault("where", Code.INVALID_VALUE, "there is no filter '" + name + "'", hint);
    }

    private static boolean narrows(Map.Entry<String, JsonNode> filter) {
        String name = filter.getKey();
        boolean everyType = name.equals("_type") && filter.getValue().asText().equals("all");
        return !SELECT_NOTHING.contains(name) && !everyType;
    }

    /**
     * The filters as {@code _params}, lists joined by commas. Without a type Close would pass over every task that is
     * not of type {@code lead}.
     */
    static ObjectNode params(JsonNode where) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        where.properties().forEach(filter -> params.set(filter.getKey(), joined(filter.getValue())));
        if (!params.has("_type") && !params.has("_type__in")) {
            params.put("_type", "all");
        }
        return params;
    }

    /** The filter for exactly these tasks. */
    static ObjectNode params(List<String> ids) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id__in", String.join(",", ids))
                .put("_type", "all");
    }

    private static JsonNode joined(JsonNode value) {
        return value.isArray()
                ? JsonNodeFactory.instance.textNode(StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(",")))
                : value;
    }

    private static ObjectNode either(ObjectNode one, ObjectNode other) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("anyOf").add(one).add(other);
        return schema;
    }
}
