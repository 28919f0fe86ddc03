package bactrian.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** A value that a JSON Schema accepts, for examples. */
final class SchemaExample {

    private SchemaExample() {}

    static JsonNode of(JsonNode schema) {
        if (schema.has("examples")) {
            return schema.get("examples").get(0);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return of(schema.get(choice).get(0));
            }
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "boolean" -> BooleanNode.TRUE;
            case "number", "integer" -> IntNode.valueOf(schema.path("minimum").asInt(1));
            case "array" -> list(schema);
            case "object" -> object(schema);
            default -> text(schema.path("format").asText());
        };
    }

    private static ArrayNode list(JsonNode schema) {
        return Json.object().putArray("list").add(of(schema.path("items")));
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = Json.object();
        schema.path("required")
                .forEach(name ->
                        object.set(name.asText(), of(schema.path("properties").path(name.asText()))));
        return object;
    }

    private static TextNode text(String format) {
        return TextNode.valueOf(
                switch (format) {
                    case "uuid" -> "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d";
                    case "date" -> "2026-12-01";
                    case "date-time" -> "2026-12-01T09:00:00Z";
                    default -> "text";
                });
    }
}
