package bactrian.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A JSON Schema in a few words. */
final class SchemaWords {

    private SchemaWords() {}

    static String of(JsonNode schema) {
        String words = type(schema);
        return schema.has("default") ? words + ", " + schema.get("default") + " by default" : words;
    }

    private static String type(JsonNode schema) {
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return joined(schema.get(choice));
            }
        }
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.get("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .reduce((a, b) -> a + " | " + b)
                    .orElse("");
        }
        if (schema.has("const")) {
            return schema.get("const").asText();
        }
        JsonNode type = schema.path("type");
        return switch (type.asText()) {
            case "array" -> "list of " + of(schema.path("items"));
            case "string" -> schema.path("format").asText("text");
            case "boolean" -> "true | false";
            case "" -> type.isArray() ? types(type) : "any";
            default -> type.asText();
        };
    }

    private static String joined(JsonNode schemas) {
        List<String> words = new ArrayList<>();
        schemas.forEach(one -> words.add(of(one)));
        return String.join(" or ", words.stream().distinct().toList());
    }

    private static String types(JsonNode types) {
        List<String> words = new ArrayList<>();
        types.forEach(one -> words.add(one.asText()));
        return String.join(" or ", words);
    }
}
