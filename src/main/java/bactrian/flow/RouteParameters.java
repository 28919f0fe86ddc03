package bactrian.flow;

import bactrian.config.Flaw;
import bactrian.outcome.Nearest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Whether the components that routes use are there and know their parameters, by the descriptions that components bring along
 * in their jars. Nothing is started. What a value must be is not looked at: it may be a placeholder or the name of a bean.
 */
final class RouteParameters {
    /** Components that are made here and have no description. */
    private static final List<String> OWN = List.of("ended");

    private static final String FACTORIES = "META-INF/services/org/apache/camel/component/";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Optional<JsonNode>> descriptions = new HashMap<>();

    private RouteParameters() {}

    static Stream<Flaw> check(List<RouteFile> files) {
        RouteParameters parameters = new RouteParameters();
        return files.stream().flatMap(file -> file.routes().stream().flatMap(route -> parameters.check(file, route)));
    }

    private Stream<Flaw> check(RouteFile file, JsonNode route) {
        String where = file.path() + " route " + route.path("id").asText("(without id)");
        return route.findParents("uri").stream()
                .filter(endpoint -> endpoint.path("uri").isTextual())
                .flatMap(endpoint -> check(where, scheme(endpoint), endpoint.path("parameters")));
    }

    private Stream<Flaw> check(String where, String scheme, JsonNode parameters) {
        if (scheme.contains("{") || OWN.contains(scheme)) {
            return Stream.of();
        }
        if (factory(scheme).isEmpty()) {
            return Stream.of(new Flaw(
                    where,
                    "There is no component " + scheme + ".",
                    "Correct the name, or put the component's jar into lib/ext (docs/sources.md)."));
        }
        return descriptions.computeIfAbsent(scheme, RouteParameters::description).stream()
                .flatMap(description -> unknown(description, parameters)
                        .map(name -> new Flaw(
                                where,
                                "The component " + scheme + " has no parameter " + name + ".",
                                Nearest.to(name, names(description))
                                        .map(near -> "Did you mean " + near + "?")
                                        .orElse("Correct the name, or remove it."))));
    }

    private static Stream<String> unknown(JsonNode description, JsonNode parameters) {
        boolean takesAny =
                description.path("component").path("lenientProperties").asBoolean();
        return takesAny
                ? Stream.of()
                : parameters.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> description.path("properties").properties().stream()
                                .noneMatch(known -> isMeant(name, known.getKey(), known.getValue())));
    }

    /** Camel takes {@code auto-startup} for {@code autoStartup}, in any case, and whatever begins with a known prefix. */
    private static boolean isMeant(String name, String known, JsonNode about) {
        String bare = plain(name);
        return bare.equals(plain(known))
                || bare.equals(plain(about.path("optionalPrefix").asText() + known))
                || about.path("multiValue").asBoolean()
                        && bare.startsWith(plain(about.path("prefix").asText(known)));
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> names(JsonNode description) {
        List<String> names = new ArrayList<>();
        description.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String scheme(JsonNode endpoint) {
        return endpoint.path("uri").asText().replaceFirst("[:?].*", "");
    }

    /** Empty where the component has none: then there is nothing to hold its parameters to. */
    private static Optional<JsonNode> description(String scheme) {
        return factory(scheme)
                .map(name ->
                        "META-INF/" + name.substring(0, name.lastIndexOf('.')).replace('.', '/'))
                .flatMap(folder -> resource(folder + "/" + scheme + ".json", JSON::readTree));
    }

    /** The class that Camel would make the component of. */
    private static Optional<String> factory(String scheme) {
        return resource(FACTORIES + scheme, in -> {
                    Properties factory = new Properties();
                    factory.load(in);
                    return factory;
                })
                .map(factory -> factory.getProperty("class", ""))
                .filter(name -> name.contains("."));
    }

    private static <T> Optional<T> resource(String name, Reading<T> reading) {
        try (InputStream in = RouteParameters.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(reading.of(in));
        } catch (IOException broken) {
            throw new UncheckedIOException("A jar on the class path is broken: " + name, broken);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(InputStream in) throws IOException;
    }
}
