package bactrian.instruction.mapping;

import bactrian.outcome.Code;
import bactrian.outcome.Nearest;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The keys of one YAML mapping, read strictly: what is wrong is noted with its line, and reading goes on. */
final class Fields {
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final List<Problem> problems;

    private Fields(List<Problem> problems) {
        this.problems = problems;
    }

    /** @param what what it is, for messages */
    static Fields of(Node node, String what, List<Problem> problems) {
        Fields fields = new Fields(problems);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(fields::add);
        } else {
            fields.problem(node, what + " must be a list of names with values, one a line (name: value).");
        }
        return fields;
    }

    private void add(NodeTuple tuple) {
        Optional<String> name = scalar(tuple.getKeyNode());
        if (name.isEmpty()) {
            problem(tuple.getKeyNode(), "A name must be plain text.");
        } else if (fields.putIfAbsent(name.get(), tuple.getValueNode()) != null) {
            problem(tuple.getKeyNode(), "'" + name.get() + "' stands here twice.");
        }
    }

    /** Notes every key that is none of these. */
    Fields only(String... known) {
        List<String> names = List.of(known);
        fields.forEach((name, node) -> {
            if (!names.contains(name)) {
                problems.add(problemAt(node, "There is no key '" + name + "' here.")
                        .hint(Nearest.to(name, names)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("Known are: " + String.join(", ", names) + ".")));
            }
        });
        return this;
    }

    Map<String, Node> all() {
        return fields;
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A plain value; {@code null} is the word that clears. */
    Optional<String> text(String name) {
        return node(name).flatMap(node -> {
            Optional<String> text = scalar(node);
            if (text.isEmpty()) {
                problem(node, "'" + name + "' must be a single value; null clears, '' says nothing.");
            }
            return text;
        });
    }

    /** A value of some kind. @param expected for the message */
    <T> Optional<T> value(String name, String expected, Function<String, Optional<T>> parse) {
        return text(name).flatMap(text -> {
            Optional<T> value = parse.apply(text);
            if (value.isEmpty()) {
                node(name)
                        .ifPresent(at -> problem(at, "'" + name + "' is '" + text + "'; it must be " + expected + "."));
            }
            return value;
        });
    }

    /** A value, or a list of values. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node(name).ifPresent(node -> {
            List<Node> parts = node instanceof SequenceNode list ? list.getValue() : List.of(node);
            for (Node part : parts) {
                scalar(part)
                        .ifPresentOrElse(
                                texts::add, () -> problem(part, "'" + name + "' must be a value or a list of them."));
            }
        });
        return texts;
    }

    void problem(Node at, String message) {
        problems.add(problemAt(at, message));
    }

    static Problem problemAt(Node node, String message) {
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        return Problem.of(Code.BAD_MAPPING, Place.line(line), message);
    }

    /** A name without a value says nothing, and must not clear anything by accident: that is said by {@code null}. */
    static Optional<String> scalar(Node node) {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL) && scalar.getValue().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(scalar.getTag().equals(Tag.NULL) ? CellRule.CLEAR : scalar.getValue());
    }
}
