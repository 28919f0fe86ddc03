package bactrian.simulator.close;

import bactrian.simulator.wire.Check;
import bactrian.simulator.wire.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a bulk edit asks for: its type's parameters, checked as the document of the endpoint says. */
final class BulkEditForm {

    static final List<String> TYPES = List.of(
            "set_custom_field",
            "clear_custom_field",
            "set_lead_status",
            "set_contact_custom_field",
            "clear_contact_custom_field",
            "set_activity_custom_field",
            "clear_activity_custom_field",
            "set_global_custom_field",
            "clear_global_custom_field",
            "set_opportunity_custom_field",
            "clear_opportunity_custom_field",
            "set_custom_object_custom_field",
            "clear_custom_object_custom_field");

    private static final Form SHARED = new Form(Map.of(
            "type", Check.oneOf(TYPES),
            "s_query", Check.object(),
            "results_limit", Check.count().orNull(),
            "sort", Check.object().each(),
            "send_done_email", Check.truth()));
    private static final Form STATUS = with(Map.of("lead_status_id", known("stat")));
    private static final Map<String, Check> FIELD =
            Map.of("custom_field_id", known("cf"), "custom_field_name", known(""));
    private static final Form CLEAR = with(FIELD);
    private static final Form SET = new Form(join(
            join(SHARED.fields(), FIELD),
            Map.of(
                    "custom_field_value",
                            Check.that(JsonNode::isValueNode, "Not a valid value.")
                                    .orNull(),
                    "custom_field_values", Check.anything().each(),
                    "custom_field_operation", Check.oneOf(List.of("replace", "add", "remove")))));

    private BulkEditForm() {}

    static Map<String, String> problems(JsonNode body) {
        Map<String, String> problems = new LinkedHashMap<>();
        String type = body.path("type").asText();
        if (!TYPES.contains(type)) {
            problems.put("type", "Not a valid choice.");
            return problems;
        }
        if (!body.has("s_query")) {
            problems.put("s_query", "This field is required.");
        }
        if (type.equals("set_lead_status")) {
            problems.putAll(STATUS.problems(body));
            require(body, "lead_status_id", problems);
        } else {
            problems.putAll((type.startsWith("set_") ? SET : CLEAR).problems(body));
            exactlyOne(body, "custom_field_id", "custom_field_name", problems);
            if (type.startsWith("set_")) {
                exactlyOne(body, "custom_field_value", "custom_field_values", problems);
            }
        }
        return problems;
    }

    /** The kind of object whose fields a type edits; empty for {@code global}: whatever is selected. */
    static Optional<String> objectType(String type) {
        String middle = type.replaceFirst("^(set|clear)_", "").replaceFirst("_?(custom_field|lead_status)$", "");
        return switch (middle) {
            case "" -> Optional.of("lead");
            case "global" -> Optional.empty();
            default -> Optional.of(middle);
        };
    }

    private static void require(JsonNode body, String field, Map<String, String> problems) {
        if (!body.has(field)) {
            problems.put(field, "This field is required.");
        }
    }

    private static void exactlyOne(JsonNode body, String one, String other, Map<String, String> problems) {
        if (body.has(one) == body.has(other)) {
            problems.put(one, "Pass exactly one of " + one + " and " + other + ".");
        }
    }

    private static Check known(String prefix) {
        return Check.that(
                value -> value.isTextual()
                        && !value.textValue().isBlank()
                        && (prefix.isEmpty() || value.textValue().startsWith(prefix + "_"))
                        && !value.textValue().startsWith(prefix.isEmpty() ? "Missing" : prefix + "_missing"),
                "Object does not exist.");
    }

    private static Form with(Map<String, Check> fields) {
        return new Form(join(SHARED.fields(), fields));
    }

    private static Map<String, Check> join(Map<String, Check> one, Map<String, Check> other) {
        Map<String, Check> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }
}
