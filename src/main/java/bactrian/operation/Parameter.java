package bactrian.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One parameter of an operation, by the provider's documented name.
 *
 * @param schema JSON Schema (2020-12) of the value. A {@code default} in it is filled in where the user gives nothing,
 *     and always sent.
 * @param description one sentence for people
 */
public record Parameter(String name, ObjectNode schema, boolean required, String description) {

    /** The value that is sent where the user gives none. */
    public Optional<JsonNode> filledIn() {
        return Optional.ofNullable(schema.get("default"));
    }

    /** A value that fits the schema, for templates and reference pages: the first of its {@code examples}, if any. */
    public JsonNode example() {
        return SchemaExample.of(schema);
    }
}
