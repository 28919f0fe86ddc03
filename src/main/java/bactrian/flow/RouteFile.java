package bactrian.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One route file.
 *
 * @param yaml its content; a missing node where it is not YAML
 * @param fault why it cannot be read or is not YAML; empty where it is
 */
record RouteFile(Path path, JsonNode yaml, Optional<String> fault) {
    /** What routes within the gateway start from; everything else takes something in. */
    private static final Set<String> INNER = Set.of("direct", "seda", "timer");

    private static final JsonMapper JSON = new JsonMapper();

    static RouteFile read(Path path) {
        try {
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(path));
            return new RouteFile(path, JSON.valueToTree(tree), Optional.empty());
        } catch (YamlEngineException notYaml) {
            return faulty(
                    path,
                    "It is not YAML: " + String.valueOf(notYaml.getMessage()).strip());
        } catch (CharacterCodingException notUtf8) {
            return faulty(path, "It is not UTF-8.");
        } catch (IOException unreadable) {
            return faulty(path, Files.isDirectory(path) ? "It is a folder, not a file." : "It cannot be read.");
        }
    }

    private static RouteFile faulty(Path path, String fault) {
        return new RouteFile(path, JSON.missingNode(), Optional.of(fault));
    }

    /** File name without {@code .camel.yaml}. */
    String stem() {
        return path.getFileName().toString().replaceFirst("[.].*", "");
    }

    /** The parts of one kind, for example {@code route}. */
    List<JsonNode> parts(String kind) {
        return stream(yaml)
                .map(part -> part.path(kind))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** Its routes; a template is a route, too, with the name and the description that it has itself. */
    List<JsonNode> routes() {
        return Stream.concat(
                        parts("route").stream(), parts("routeTemplate").stream().map(RouteFile::routeOf))
                .toList();
    }

    private static JsonNode routeOf(JsonNode template) {
        ObjectNode route = template.path("route").deepCopy();
        List.of("id", "description").forEach(name -> route.set(name, template.path(name)));
        return route;
    }

    /** Whether one of its routes is a source. Templates make no route by themselves. */
    boolean takesIn() {
        return parts("route").stream().anyMatch(RouteFile::isSource)
                || !parts("templatedRoute").isEmpty();
    }

    /** Whether one of its routes starts from this component. */
    boolean startsFrom(String component) {
        return parts("route").stream().anyMatch(route -> scheme(route).equals(component));
    }

    static boolean isSource(JsonNode route) {
        return !INNER.contains(scheme(route));
    }

    static String scheme(JsonNode route) {
        return route.path("from").path("uri").asText().replaceFirst(":.*", "");
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
