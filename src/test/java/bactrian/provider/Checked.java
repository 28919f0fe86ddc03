package bactrian.provider;

import bactrian.operation.Operation;
import bactrian.operation.Parameter;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks values against an entry of the catalogue, by the schemas and rules alone. */
final class Checked {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ROOT)
            .build();
    private static final JsonSchema METASCHEMA = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG);

    private Checked() {}

    /** What is wrong with a schema itself. */
    static List<String> schema(JsonNode schema) {
        return METASCHEMA.validate(schema.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** What is wrong with a value. */
    static List<String> value(JsonNode schema, JsonNode value) {
        return SCHEMAS.getSchema(schema, CONFIG).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /** What is wrong with values as a user gives them: {@code code parameter}, for example {@code missing-value tags}. */
    static List<String> faults(Operation operation, ObjectNode values, Optional<JsonNode> where) {
        List<String> faults = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = values.get(parameter.name());
            if (value == null) {
                if (parameter.required()) {
                    faults.add(fault(Code.MISSING_VALUE, parameter.name()));
                }
            } else if (!value(parameter.schema(), value).isEmpty()) {
                faults.add(fault(Code.INVALID_VALUE, parameter.name()));
            }
        }
        values.fieldNames().forEachRemaining(name -> {
            if (operation.parameter(name).isEmpty()) {
                faults.add(fault(Code.UNKNOWN_COLUMN, name));
            }
        });
        Stream.ofNullable(where.orElse(null))
                .filter(selection -> operation
                        .whereSchema()
                        .map(schema -> !value(schema, selection).isEmpty())
                        .orElse(true))
                .forEach(selection -> faults.add(fault(Code.INVALID_VALUE, "where")));
        operation.rules().stream()
                .flatMap(rule -> rule.check(values, where).stream())
                .forEach(fault -> faults.add(fault(fault.code(), fault.parameter())));
        return faults;
    }

    /** The values with defaults, keys in the order of the catalogue. */
    static ObjectNode filledIn(Operation operation, ObjectNode values) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        for (Parameter parameter : operation.parameters()) {
            Optional.ofNullable(values.get(parameter.name()))
                    .or(parameter::filledIn)
                    .ifPresent(value -> filled.set(parameter.name(), value));
        }
        return filled;
    }

    private static String fault(Code code, String parameter) {
        return code.word() + " " + parameter;
    }
}
