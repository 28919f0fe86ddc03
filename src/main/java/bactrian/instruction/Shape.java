package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a value may look like. Far less than its JSON Schema says, and just enough to read it from a cell and to give
 * its times a zone; the schema itself is asked afterwards.
 *
 * @param kinds in the order in which they are tried
 * @param words what is allowed, for people, for example {@code true or false}
 * @param items of a list
 * @param fields of an object, by name
 * @param others fields of an object that are not listed; empty where there can be none
 */
record Shape(List<Kind> kinds, List<String> words, Optional<Shape> items, Map<String, Shape> fields, Others others) {

    /** What fields an object may have besides those listed. */
    sealed interface Others permits NoOthers, AnyOthers, OthersOf {}

    record NoOthers() implements Others {}

    record AnyOthers() implements Others {}

    record OthersOf(Shape shape) implements Others {}

    /** Nothing is known: text, unless it is written as JSON. */
    static final Shape OPEN =
            new Shape(List.of(Kind.TEXT, Kind.OBJECT), List.of("text"), Optional.empty(), Map.of(), new AnyOthers());

    private static final Map<String, Shape> BY_WORD = Map.of(
            "string", OPEN,
            "text", OPEN,
            "boolean", plain(Kind.BOOLEAN, "true or false"),
            "integer", plain(Kind.INTEGER, "a whole number"),
            "number", plain(Kind.NUMBER, "a number"),
            "date", plain(Kind.DATE, "a date such as 2026-12-01"),
            "date-time", plain(Kind.INSTANT, "a date and time such as 2026-12-01T10:00:00Z"),
            "list", new Shape(List.of(Kind.LIST), List.of("a list"), Optional.empty(), Map.of(), new NoOthers()));

    private static Shape plain(Kind kind, String words) {
        return new Shape(List.of(kind), List.of(words), Optional.empty(), Map.of(), new NoOthers());
    }

    /** The words that {@link #ofWord} knows. */
    static Set<String> wordsForTypes() {
        return BY_WORD.keySet();
    }

    /** The shape that a connection gives a field of an open object, for example {@code number}. */
    static Optional<Shape> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** The shape of a field of this object; empty where the object cannot have it. */
    Optional<Shape> field(String name) {
        if (!kinds.contains(Kind.OBJECT)) {
            return Optional.empty();
        }
        Shape known = fields.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (others instanceof OthersOf of) {
            return Optional.of(of.shape());
        }
        return others instanceof AnyOthers ? Optional.of(OPEN) : Optional.empty();
    }

    /** Whether a field of this name is one that the catalogue knows nothing of. */
    boolean isOpenFor(String name) {
        return !fields.containsKey(name) && others instanceof AnyOthers;
    }

    boolean allows(Kind kind) {
        return kinds.contains(kind);
    }

    /** What is allowed, for people. */
    String description() {
        return String.join(", or ", words);
    }

    /** The value with a zone for every time in it that has none. Lists and objects are changed in place. */
    JsonNode zoned(JsonNode value, ZoneId zone) {
        if (value.isTextual()) {
            return zonedText(value, zone);
        }
        if (value instanceof ArrayNode list && items.isPresent()) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, items.get().zoned(list.get(i), zone));
            }
        }
        if (value instanceof ObjectNode object) {
            for (var field : object.properties()) {
                field(field.getKey()).ifPresent(shape -> field.setValue(shape.zoned(field.getValue(), zone)));
            }
        }
        return value;
    }

    private JsonNode zonedText(JsonNode value, ZoneId zone) {
        boolean anyText = allows(Kind.TEXT) || allows(Kind.WORD);
        if (anyText || !allows(Kind.INSTANT) || (allows(Kind.DATE) && Moments.isDate(value.textValue()))) {
            return value;
        }
        return Moments.instant(value.textValue(), zone)
                .<JsonNode>map(TextNode::valueOf)
                .orElse(value);
    }
}
