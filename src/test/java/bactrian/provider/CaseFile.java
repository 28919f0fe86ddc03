package bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A YAML file of cases, as {@code src/test/resources/bactrian/provider/README.md} describes it. */
record CaseFile(String name, JsonNode tree) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** The sections of a file and the fields that their cases may have beside those of a call. */
    private static final Map<String, Set<String>> SECTIONS = Map.of(
            "requests", Set.of("request"),
            "faults", Set.of("faults"),
            "facts", Set.of("repeat-safe", "composed", "ids-per-call", "destroys"),
            "replies", Set.of("reply", "pursuit", "age", "reading", "after-lost-answer"),
            "questions", Set.of("pursuit", "request"),
            "recoveries", Set.of("pursuit", "sent", "others"),
            "waits", Set.of("reply", "wait"));

    /** The files of a provider, by name. */
    static List<CaseFile> of(String provider) {
        Path folder = Path.of("src/test/resources/bactrian/provider", provider);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError("No case files in " + folder, unreadable);
        }
    }

    /** The cases of one section; those of a file for every operation once an operation. */
    List<ProviderCase> cases(String section, List<Operation> catalogue) {
        List<ProviderCase> cases = new ArrayList<>();
        for (JsonNode written : tree.path(section)) {
            for (Operation operation : operations(catalogue)) {
                JsonNode shared = tree.path("call");
                cases.add(ProviderCase.of(name, operation, shared, written, SECTIONS.getOrDefault(section, Set.of())));
            }
        }
        return cases;
    }

    private List<Operation> operations(List<Operation> catalogue) {
        String wanted = tree.path("operation").asText();
        List<Operation> found = catalogue.stream()
                .filter(operation -> wanted.equals("*") || operation.name().equals(wanted))
                .toList();
        assertThat(found).as(name + ": operation " + wanted).isNotEmpty();
        return found;
    }

    private static CaseFile read(Path file) {
        try {
            String text = Files.readString(file);
            JsonNode names = tree(text).path("names");
            for (Map.Entry<String, JsonNode> given : names.properties()) {
                text = text.replaceAll(
                        "\\$" + given.getKey() + "\\b", given.getValue().asText());
            }
            JsonNode tree = tree(text);
            assertThat(tree.fieldNames())
                    .toIterable()
                    .as(file + ": sections")
                    .allMatch(field ->
                            Set.of("operation", "names", "call").contains(field) || SECTIONS.containsKey(field));
            return new CaseFile(file.getFileName().toString(), tree);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    private static JsonNode tree(String text) throws IOException {
        JsonNode tree = YAML.readTree(text);
        return tree == null ? MissingNode.getInstance() : tree;
    }
}
