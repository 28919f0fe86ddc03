package bactrian.provider.yandextracker;

import static bactrian.provider.Schemas.listOf;
import static bactrian.provider.Schemas.object;
import static bactrian.provider.Schemas.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The forms in which Tracker takes values: plain, {@code {"id"|"key"|"name": …}}, {@code {"set": …}}, {@code {"add":
 * […]}}, {@code {"remove": […]}}, {@code {"replace": [{"target", "replacement"}]}}; null clears, {@code []} empties.
 */
final class ValueForms {
    static final String REPLACE = "replace";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ValueForms() {}

    /** A text, which can be cleared. */
    static ObjectNode text() {
        return anyOf(string(), set(string()), type("null"));
    }

    static ObjectNode number() {
        return anyOf(type("number"), set(type("number")), type("null"));
    }

    static ObjectNode day() {
        ObjectNode day = type("string").put("format", "date");
        return anyOf(day, set(day.deepCopy()), type("null"));
    }

    /** Something Tracker knows: its key or id, or an object that names it; can be cleared. */
    static ObjectNode reference() {
        ObjectNode set = anyOf(string(), type("integer"), named(), type("null"));
        return anyOf(string(), type("integer"), named(), set(set), type("null"));
    }

    /** Several of something Tracker knows. */
    static ObjectNode references() {
        return several(anyOf(string(), type("integer"), named()));
    }

    /** Several texts. */
    static ObjectNode texts() {
        return several(string());
    }

    /** A project: its id, or {@code {"primary": …, "secondary": …}}. */
    static ObjectNode project() {
        return anyOf(string(), type("integer"), object(), type("null"));
    }

    private static ObjectNode several(ObjectNode one) {
        return anyOf(listOf(one), operators(one), type("null"));
    }

    private static ObjectNode named() {
        ObjectNode schema = object();
        ObjectNode names = schema.putObject("properties");
        names.set("id", anyOf(string(), type("integer")));
        names.set("key", string());
        names.set("name", string());
        return closed(schema);
    }

    private static ObjectNode set(ObjectNode value) {
        ObjectNode schema = object();
        schema.putObject("properties").set("set", value);
        return closed(schema);
    }

    private static ObjectNode operators(ObjectNode one) {
        ObjectNode schema = object();
        ObjectNode operators = schema.putObject("properties");
        operators.set("set", anyOf(listOf(one.deepCopy()), one.deepCopy(), type("null")));
        operators.set("add", anyOf(listOf(one.deepCopy()), one.deepCopy()));
        operators.set("remove", anyOf(listOf(one.deepCopy()), one.deepCopy()));
        operators.set(REPLACE, listOf(replacement(one)));
        return closed(schema);
    }

    private static ObjectNode replacement(ObjectNode one) {
        ObjectNode schema = object();
        ObjectNode parts = schema.putObject("properties");
        parts.set("target", one.deepCopy());
        parts.set("replacement", one.deepCopy());
        schema.putArray("required").add("target").add("replacement");
        return schema;
    }

    private static ObjectNode closed(ObjectNode object) {
        return object.put("minProperties", 1).put("additionalProperties", false);
    }

    private static ObjectNode type(String name) {
        return JSON.objectNode().put("type", name);
    }

    private static ObjectNode anyOf(JsonNode... choices) {
        ObjectNode schema = JSON.objectNode();
        for (JsonNode choice : choices) {
            schema.withArray("/anyOf").add(choice);
        }
        return schema;
    }
}
