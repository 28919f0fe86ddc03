package bactrian.house;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.config.BadConfig;
import bactrian.config.Flaw;
import bactrian.config.Patience;
import bactrian.config.SettingsLoader;
import bactrian.provider.Providers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files to deploy from say what the program understands. No container engine is needed, and none tries them. */
class DeployFilesTest {
    private static final Path DEPLOY = Path.of("docs/deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\b(BACTRIAN|CLOSE|AWORK|YANDEX)_[A-Z_]+");
    private static final Pattern KEY = Pattern.compile("-D(bactrian[.][a-z.-]+)=");

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "kubernetes.yaml"})
    void yamlIsYaml(String file) throws IOException {
        assertThat(documents(file)).isNotEmpty().allMatch(JsonNode::isObject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "compose.yaml", "kubernetes.yaml"})
    void everyVariableIsOneThatIsRead(String file) throws IOException {
        String read = text(Path.of("bactrian")) + text(Path.of("config/application.properties"));
        try (Stream<Path> connections = Files.list(Path.of("config/connections"))) {
            for (Path each : connections.toList()) {
                read += text(each);
            }
        }

        assertThat(found(VARIABLE, text(DEPLOY.resolve(file)), 0))
                .isNotEmpty()
                .allMatch((read + "BACTRIAN_HOME")::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "compose.yaml", "kubernetes.yaml"})
    void everySettingExists(String file) throws IOException {
        for (String key : found(KEY, text(DEPLOY.resolve(file)), 1)) {
            assertThat(flaws(key)).noneMatch(flaw -> flaw.toString().contains("There is no setting"));
        }
    }

    @Test
    void theNodesRunWithoutRightsOnAFileSystemThatCannotBeWritten() throws IOException {
        JsonNode node = documents("compose.yaml").get(0).at("/services/node");
        JsonNode pod = documents("kubernetes.yaml").stream()
                .filter(one -> one.path("kind").asText().equals("Deployment"))
                .findFirst()
                .orElseThrow()
                .at("/spec/template/spec");

        assertThat(node.path("read_only").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theImageIsMadeOfWhatIsThereAndIsNotRoots() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("Dockerfile"));
        List<String> copied = lines.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .flatMap(line -> {
                    List<String> words = List.of(line.split(" "));
                    return words.subList(1, words.size() - 1).stream();
                })
                .toList();

        assertThat(copied).isNotEmpty().allMatch(name -> Files.exists(Path.of(name)));
        assertThat(lines)
                .contains("USER 10001:10001")
                .noneMatch(line -> line.matches("FROM [^ :]+( .*)?|FROM [^ ]+:latest.*"));
    }

    private static List<JsonNode> documents(String file) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (MappingIterator<JsonNode> all =
                yaml.readerFor(JsonNode.class).readValues(DEPLOY.resolve(file).toFile())) {
            return all.readAll();
        }
    }

    private static List<Flaw> flaws(String key) {
        try {
            new SettingsLoader(Providers.shipped(), Map.of(), Patience.SERVICE)
                    .load(Path.of("config"), Map.of(key, "x"));
            return List.of();
        } catch (BadConfig bad) {
            return bad.flaws();
        }
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(group));
        }
        return found;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
