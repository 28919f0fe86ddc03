package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a JSON Schema about a value. The schema is compiled when it is first needed: most operations never are. */
final class SchemaCheck {
    /** Keywords that say of a value what its shape says better. */
    private static final Set<String> SAID_BY_SHAPE =
            Set.of("type", "enum", "const", "format", "anyOf", "oneOf", "allOf", "pattern");

    private final JsonNode schema;
    private final Shape shape;
    private volatile @Nullable JsonSchema compiled;

    SchemaCheck(JsonNode schema, Shape shape) {
        this.schema = schema;
        this.shape = shape;
    }

    /** What is wrong with the value, as the end of a sentence that starts with its name; empty when nothing is. */
    Optional<String> fault(JsonNode value) {
        Set<ValidationMessage> faults = compiled().validate(value);
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        // Where a value may be one of several things, the branch that got furthest into it was probably meant.
        ValidationMessage deepest = faults.stream()
                .max(Comparator.comparingInt(SchemaCheck::depth).thenComparing(fault -> !saidByShape(fault)))
                .orElseThrow();
        if (depth(deepest) == 0 && saidByShape(deepest)) {
            if (value.isNull()) {
                return Optional.of("cannot be cleared; it must be " + shape.description() + ".");
            }
            return Optional.of("must be " + shape.description() + ".");
        }
        String inside = depth(deepest) == 0 ? "" : "is wrong at " + deepest.getInstanceLocation() + ": ";
        return Optional.of(inside + deepest.getError() + ".");
    }

    private static int depth(ValidationMessage fault) {
        return fault.getInstanceLocation().getNameCount();
    }

    private static boolean saidByShape(ValidationMessage fault) {
        return SAID_BY_SHAPE.contains(fault.getType());
    }

    private JsonSchema compiled() {
        JsonSchema ready = compiled;
        if (ready == null) {
            ready = Compiler.FACTORY.getSchema(schema, Compiler.CONFIG);
            compiled = ready;
        }
        return ready;
    }

    /** The library, which is brought to life with the first schema that is compiled. */
    private static final class Compiler {
        static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_PATH)
                .build();
    }
}
