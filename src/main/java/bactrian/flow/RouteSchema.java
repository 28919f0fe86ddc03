package bactrian.flow;

import bactrian.config.Flaw;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The form of route files, by the schema that comes with Camel. */
final class RouteSchema {
    private static final String SCHEMA = "/schema/camelYamlDsl.json";

    private RouteSchema() {}

    static Stream<Flaw> check(List<RouteFile> files) {
        JsonSchema schema = schema();
        return files.stream().flatMap(file -> check(file, schema));
    }

    private static Stream<Flaw> check(RouteFile file, JsonSchema schema) {
        if (file.fault().isPresent()) {
            return Stream.of(
                    new Flaw(file.path().toString(), file.fault().get(), "Correct it, or take it out of the folder."));
        }
        if (!file.yaml().isArray()) {
            return Stream.of(new Flaw(
                    file.path().toString(), "It holds no list of routes.", "Begin each route with '- route:'."));
        }
        return schema.validate(file.yaml()).stream()
                .map(message -> new Flaw(
                        file.path().toString(), message.getMessage() + ".", "Write it in Camel's explicit YAML form."));
    }

    private static JsonSchema schema() {
        try (InputStream text = RouteSchema.class.getResourceAsStream(SCHEMA)) {
            if (text == null) {
                throw new IllegalStateException("The schema of route files is not on the class path.");
            }
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
