package bactrian.simulator.close;

import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** What a bulk edit does to one object. */
final class FieldEdit {

    private final JsonNode edit;

    FieldEdit(JsonNode edit) {
        this.edit = edit;
    }

    Values on(Values object) {
        String type = edit.path("type").asText();
        if (type.equals("set_lead_status")) {
            return object.with("status_id", edit.path("lead_status_id"));
        }
        String field = "custom."
                + (edit.has("custom_field_id") ? edit.path("custom_field_id") : edit.path("custom_field_name"))
                        .asText();
        if (type.startsWith("clear_")) {
            return object.with(field, NullNode.getInstance());
        }
        return object.with(field, value(object.get(field)));
    }

    private JsonNode value(JsonNode before) {
        JsonNode given =
                edit.has("custom_field_values") ? edit.get("custom_field_values") : edit.path("custom_field_value");
        return switch (edit.path("custom_field_operation").asText("replace")) {
            case "add" -> joined(before, given);
            case "remove" -> without(before, given);
            default -> given;
        };
    }

    private static ArrayNode joined(JsonNode before, JsonNode given) {
        ArrayNode all = list(before);
        for (JsonNode value : list(given)) {
            if (!contains(all, value)) {
                all.add(value);
            }
        }
        return all;
    }

    private static ArrayNode without(JsonNode before, JsonNode given) {
        ArrayNode left = Json.array();
        ArrayNode taken = list(given);
        for (JsonNode value : list(before)) {
            if (!contains(taken, value)) {
                left.add(value);
            }
        }
        return left;
    }

    private static ArrayNode list(JsonNode value) {
        ArrayNode list = Json.array();
        if (value.isArray()) {
            value.forEach(list::add);
        } else if (!value.isNull()) {
            list.add(value);
        }
        return list;
    }

    private static boolean contains(ArrayNode list, JsonNode wanted) {
        for (JsonNode value : list) {
            if (value.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
