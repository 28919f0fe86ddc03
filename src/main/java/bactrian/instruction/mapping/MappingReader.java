package bactrian.instruction.mapping;

import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a mapping strictly: a key that nobody knows is a problem, and all problems are found at once. */
final class MappingReader {
    private static final Map<String, Mapping.Others> OTHERS =
            Map.of("keep", Mapping.Others.KEEP, "ignore", Mapping.Others.IGNORE);

    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    MappingReader(String name) {
        this.name = name;
    }

    MappingFile.Reading read(String yaml) {
        Optional<Node> root = root(yaml);
        Optional<Mapping> mapping = root.map(this::mapping).filter(read -> problems.isEmpty());
        return new MappingFile.Reading(mapping, problems);
    }

    private Optional<Node> root(String yaml) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(yaml);
            if (root.isEmpty()) {
                problems.add(Problem.of(Code.BAD_MAPPING, Place.document(), "The mapping says nothing."));
            }
            return root;
        } catch (MarkedYamlEngineException broken) {
            long line = broken.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(1L);
            problems.add(
                    Problem.of(Code.BAD_MAPPING, Place.line(line), "This is not YAML: " + broken.getProblem() + "."));
        } catch (YamlEngineException broken) {
            problems.add(
                    Problem.of(Code.BAD_MAPPING, Place.document(), "This is not YAML: " + broken.getMessage() + "."));
        }
        return Optional.empty();
    }

    private Mapping mapping(Node root) {
        Fields fields = Fields.of(root, "A mapping", problems)
                .only(
                        "provider",
                        "operation",
                        "connection",
                        "zone",
                        "locale",
                        "columns",
                        "constants",
                        "ignore",
                        "other-columns");
        ZoneId zone = fields.value("zone", "a time zone such as Europe/Berlin", MappingReader::zone)
                .orElse(ZoneOffset.UTC);
        Locale locale = fields.text("locale").map(Locale::forLanguageTag).orElse(Locale.ENGLISH);
        Map<String, List<Mapping.Target>> columns = columns(fields, new TargetReader(locale, zone, problems));
        Map<String, String> constants = constants(fields);
        refuseGivenTwice(root, columns, constants);
        return new Mapping(
                name,
                fields.text("provider"),
                fields.text("operation"),
                fields.text("connection"),
                columns,
                constants,
                Set.copyOf(fields.texts("ignore")),
                fields.value("other-columns", "keep or ignore", word -> Optional.ofNullable(OTHERS.get(word)))
                        .orElse(Mapping.Others.KEEP));
    }

    private Map<String, List<Mapping.Target>> columns(Fields fields, TargetReader reader) {
        Map<String, List<Mapping.Target>> columns = new LinkedHashMap<>();
        fields.node("columns")
                .ifPresent(node -> Fields.of(node, "columns", problems).all().forEach((column, value) -> {
                    List<Node> targets = value instanceof SequenceNode list ? list.getValue() : List.of(value);
                    columns.put(
                            column.strip(),
                            targets.stream()
                                    .flatMap(target -> reader.read(column, target).stream())
                                    .toList());
                }));
        return columns;
    }

    private Map<String, String> constants(Fields fields) {
        Map<String, String> constants = new LinkedHashMap<>();
        fields.node("constants").ifPresent(node -> {
            Fields given = Fields.of(node, "constants", problems);
            given.all().keySet().forEach(to -> given.text(to).ifPresent(value -> constants.put(to, value)));
        });
        return constants;
    }

    private void refuseGivenTwice(Node root, Map<String, List<Mapping.Target>> columns, Map<String, String> constants) {
        Set<String> given = new HashSet<>(constants.keySet());
        columns.values().stream()
                .flatMap(List::stream)
                .map(Mapping.Target::to)
                .filter(to -> !given.add(to))
                .distinct()
                .forEach(to -> problems.add(Fields.problemAt(root, "'" + to + "' is given twice.")
                        .hint("A parameter comes from one column or one constant.")));
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
