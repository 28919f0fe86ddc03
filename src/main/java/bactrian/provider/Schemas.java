package bactrian.provider;

import bactrian.operation.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Schemas in the words in which providers document their parameters. Each call makes a fresh one. */
public final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schemas() {}

    public static Parameter required(String name, ObjectNode schema, String description) {
        return new Parameter(name, schema, true, description);
    }

    public static Parameter optional(String name, ObjectNode schema, String description) {
        return new Parameter(name, schema, false, description);
    }

    public static ObjectNode string() {
        return type("string").put("minLength", 1);
    }

    public static ObjectNode bool() {
        return type("boolean");
    }

    public static ObjectNode number() {
        return type("number");
    }

    public static ObjectNode integer() {
        return type("integer");
    }

    public static ObjectNode uuid() {
        return type("string").put("format", "uuid");
    }

    /** An instant with an offset; a time without a zone is given one when it is read. */
    public static ObjectNode dateTime() {
        return type("string").put("format", "date-time");
    }

    /** A date, or a date and time. */
    public static ObjectNode dateOrDateTime() {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("oneOf").add(type("string").put("format", "date")).add(dateTime());
        return schema;
    }

    public static ObjectNode oneOf(String... words) {
        ObjectNode schema = type("string");
        var values = schema.putArray("enum");
        for (String word : words) {
            values.add(word);
        }
        return schema;
    }

    public static ObjectNode listOf(JsonNode items) {
        return type("array").set("items", items);
    }

    /** An object of any shape; add {@code properties} where some are known. */
    public static ObjectNode object() {
        return type("object");
    }

    /** The value may also be null, which clears it. */
    public static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).add(type("null"));
        return either;
    }

    /** The value that is filled in and sent where the user gives none. */
    public static ObjectNode byDefault(ObjectNode schema, JsonNode value) {
        return schema.set("default", value);
    }

    /** What templates and reference pages show; an optional parameter takes part in a template only with an example. */
    public static ObjectNode shown(ObjectNode schema, JsonNode example) {
        schema.putArray("examples").add(example);
        return schema;
    }

    public static ObjectNode shown(ObjectNode schema, String example) {
        return shown(schema, JSON.textNode(example));
    }

    private static ObjectNode type(String name) {
        return JSON.objectNode().put("type", name);
    }
}
