package bactrian.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON Schema in a few words of Markdown. */
final class SchemaText {
    private SchemaText() {}

    /** What a value is, for example {@code list of UUIDs} or {@code `high` or `medium`, or null}. */
    static String of(JsonNode schema) {
        for (String choices : List.of("anyOf", "oneOf")) {
            if (schema.has(choices)) {
                return words(schema.get(choices)).map(SchemaText::of).distinct().collect(Collectors.joining(" or "));
            }
        }
        if (schema.has("const")) {
            return "`" + schema.get("const").asText() + "`";
        }
        if (schema.has("enum")) {
            return words(schema.get("enum"))
                    .map(word -> "`" + word.asText() + "`")
                    .collect(Collectors.joining(", "));
        }
        JsonNode type = schema.path("type");
        return type.isArray()
                ? words(type).map(one -> named(one.asText(), schema)).collect(Collectors.joining(" or "))
                : named(type.asText(), schema);
    }

    /** The parts of an object by their dotted names, as CSV columns write them, those of parts included. */
    static List<Map.Entry<String, JsonNode>> parts(String name, JsonNode schema) {
        List<Map.Entry<String, JsonNode>> parts = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            String dotted = name + "." + property.getKey();
            parts.add(Map.entry(dotted, property.getValue()));
            parts.addAll(parts(dotted, property.getValue()));
        });
        return parts;
    }

    private static String named(String type, JsonNode schema) {
        return switch (type) {
            case "array" -> "list of " + of(schema.path("items"));
            case "string" -> text(schema);
            case "object" -> object(schema);
            case "integer" -> "whole number" + range(schema);
            case "number" -> "number" + range(schema);
            case "" -> "any value";
            default -> type;
        };
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "UUID";
            case "date-time" -> "date and time";
            case "" ->
                schema.has("pattern") ? "text like `" + schema.path("pattern").asText() + "`" : "text";
            default -> schema.path("format").asText();
        };
    }

    private static String object(JsonNode schema) {
        String names = schema.path("properties").properties().stream()
                .map(property -> "`" + property.getKey() + "`")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "object" : "object with " + names;
    }

    private static String range(JsonNode schema) {
        return (schema.has("minimum") ? " from " + schema.get("minimum").asText() : "")
                + (schema.has("maximum") ? " to " + schema.get("maximum").asText() : "");
    }

    private static Stream<JsonNode> words(JsonNode list) {
        return list.valueStream();
    }
}
