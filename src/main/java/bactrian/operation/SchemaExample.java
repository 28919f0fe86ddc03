package bactrian.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A value that fits a schema, for templates and reference pages: the author's own where one is given. */
final class SchemaExample {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaExample() {}

    /** The first of its examples, else of its choices, else something of its type. */
    static JsonNode of(JsonNode schema) {
        for (String choices : new String[] {"examples", "enum", "anyOf", "oneOf"}) {
            if (schema.path(choices).isArray() && !schema.path(choices).isEmpty()) {
                JsonNode first = schema.path(choices).get(0);
                return choices.endsWith("Of") ? of(first) : first;
            }
        }
        if (schema.has("default")) {
            return schema.get("default");
        }
        return switch (type(schema)) {
            case "boolean" -> JSON.booleanNode(true);
            case "integer" -> JSON.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "number" ->
                JSON.numberNode(Math.max(1.5, schema.path("minimum").asDouble(1.5)));
            case "array" -> list(schema);
            case "object" -> object(schema);
            default -> text(schema);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static ArrayNode list(JsonNode schema) {
        return JSON.arrayNode().add(of(schema.path("items")));
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("required")
                .forEach(name ->
                        object.set(name.asText(), of(schema.path("properties").path(name.asText()))));
        return object;
    }

    private static JsonNode text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> JSON.textNode("b4e2d3f4-5a6b-4c8d-9e0f-1a2b3c4d5e6f");
            case "date-time" -> JSON.textNode("2026-12-01T09:00:00Z");
            case "date" -> JSON.textNode("2026-12-01");
            default -> JSON.textNode("text");
        };
    }
}
