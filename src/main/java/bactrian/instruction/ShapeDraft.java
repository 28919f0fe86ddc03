package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Gathers what a JSON Schema allows over all its branches into one shape. */
final class ShapeDraft {
    private static final int WORDS_SHOWN = 12;

    private final Set<Kind> kinds = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Map<String, Shape> fields = new LinkedHashMap<>();
    private Optional<Shape> items = Optional.empty();
    private Shape.Others others = new Shape.NoOthers();

    private ShapeDraft() {}

    /** The shape of values of this schema. */
    static Shape of(JsonNode schema) {
        ShapeDraft draft = new ShapeDraft();
        draft.gather(schema);
        if (draft.kinds.isEmpty()) {
            return Shape.OPEN;
        }
        return new Shape(
                List.copyOf(draft.kinds),
                List.copyOf(draft.words),
                draft.items,
                Map.copyOf(draft.fields),
                draft.others);
    }

    private void gather(JsonNode schema) {
        for (String branches : List.of("anyOf", "oneOf", "allOf")) {
            schema.path(branches).forEach(this::gather);
        }
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            gather(type.textValue(), schema);
        }
        type.forEach(one -> gather(one.asText(), schema));
        if (type.isMissingNode() && schema.has("properties")) {
            gather("object", schema);
        }
        if (type.isMissingNode() && schema.has("items")) {
            gather("array", schema);
        }
        if (type.isMissingNode() && (schema.has("enum") || schema.path("const").isTextual())) {
            gather("string", schema);
        }
    }

    private void gather(String type, JsonNode schema) {
        switch (type) {
            case "boolean" -> add(Kind.BOOLEAN, "true or false");
            case "integer" -> add(Kind.INTEGER, "a whole number" + range(schema));
            case "number" -> add(Kind.NUMBER, "a number" + range(schema));
            case "string" -> gatherText(schema);
            case "array" -> {
                Shape of = schema.has("items") ? of(schema.get("items")) : Shape.OPEN;
                items = items.isPresent() ? items : Optional.of(of);
                add(Kind.LIST, "a list (" + of.description() + ")");
            }
            case "object" -> gatherObject(schema);
            case "null" -> words.add("#N/A in CSV, null in JSON");
            default -> throw new IllegalArgumentException("The catalogue has a parameter of type " + type);
        }
    }

    private void gatherText(JsonNode schema) {
        String format = schema.path("format").asText("");
        if (schema.has("enum")) {
            add(Kind.WORD, "one of " + listed(schema.get("enum")));
        } else if (schema.has("const")) {
            add(Kind.WORD, "'" + schema.get("const").asText() + "'");
        } else if (format.equals("date")) {
            add(Kind.DATE, "a date such as 2026-12-01");
        } else if (format.equals("date-time")) {
            add(Kind.INSTANT, "a date and time such as 2026-12-01T10:00:00Z");
        } else if (format.equals("uuid")) {
            add(Kind.WORD, "a UUID such as a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d");
        } else if (!format.isEmpty()) {
            add(Kind.WORD, "text of the format " + format);
        } else if (schema.has("pattern")) {
            add(Kind.WORD, "text of the form " + schema.get("pattern").asText());
        } else {
            add(Kind.TEXT, "text");
        }
    }

    private void gatherObject(JsonNode schema) {
        schema.path("properties")
                .properties()
                .forEach(field -> fields.putIfAbsent(field.getKey(), of(field.getValue())));
        JsonNode more = schema.path("additionalProperties");
        if (more.isObject()) {
            others = new Shape.OthersOf(of(more));
        } else if (more.asBoolean(true) && others instanceof Shape.NoOthers) {
            others = new Shape.AnyOthers();
        }
        String named = fields.isEmpty() ? "" : " with " + String.join(", ", fields.keySet());
        add(Kind.OBJECT, "an object" + named);
    }

    private void add(Kind kind, String inWords) {
        kinds.add(kind);
        words.add(inWords);
    }

    private static String range(JsonNode schema) {
        String least = schema.has("minimum") ? " from " + schema.get("minimum").asText() : "";
        return least
                + (schema.has("maximum") ? " up to " + schema.get("maximum").asText() : "");
    }

    private static String listed(JsonNode choice) {
        String shown = StreamSupport.stream(choice.spliterator(), false)
                .limit(WORDS_SHOWN)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return choice.size() > WORDS_SHOWN ? shown + ", …" : shown;
    }
}
