package bactrian.instruction.mapping;

import bactrian.outcome.Problem;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads what becomes of one column. */
final class TargetReader {
    private static final Map<String, ValueTable.Otherwise> OTHERWISE = Map.of(
            "error", ValueTable.Otherwise.ERROR,
            "keep", ValueTable.Otherwise.KEEP,
            "leave", ValueTable.Otherwise.LEAVE,
            "clear", ValueTable.Otherwise.CLEAR);
    private static final Map<String, DateForms.As> AS =
            Map.of("date", DateForms.As.DATE, "date-time", DateForms.As.DATE_TIME);
    private static final Map<String, Mapping.Presence> PRESENCE =
            Map.of("true", Mapping.Presence.OPTIONAL, "false", Mapping.Presence.NEEDED);

    private final Locale locale;
    private final ZoneId zone;
    private final List<Problem> problems;

    TargetReader(Locale locale, ZoneId zone, List<Problem> problems) {
        this.locale = locale;
        this.zone = zone;
        this.problems = problems;
    }

    /** @param node the name of a parameter, or the keys {@code to}, {@code values}, {@code date} and so on */
    Optional<Mapping.Target> read(String column, Node node) {
        if (node instanceof ScalarNode) {
            return Optional.of(Fields.scalar(node).orElse(""))
                    .filter(to -> named(column, to, node))
                    .map(to -> new Mapping.Target(to, CellRule.AS_IT_IS, Mapping.Presence.NEEDED));
        }
        Fields fields = Fields.of(node, "Column '" + column + "'", problems)
                .only("to", "values", "otherwise", "when-empty", "split", "date", "as", "optional");
        CellRule rule =
                new CellRule(fields.text("when-empty"), split(fields), table(column, fields), dates(column, fields));
        Mapping.Presence presence = fields.value(
                        "optional", "true or false", word -> Optional.ofNullable(PRESENCE.get(word)))
                .orElse(Mapping.Presence.NEEDED);
        String to = fields.text("to").orElse("");
        return named(column, to, node) ? Optional.of(new Mapping.Target(to, rule, presence)) : Optional.empty();
    }

    private boolean named(String column, String to, Node node) {
        boolean named = !to.isBlank() && !to.equals(CellRule.CLEAR);
        if (!named) {
            problems.add(Fields.problemAt(node, "Column '" + column + "' does not say what it becomes.")
                    .hint("Write '" + column + ": PARAMETER', or list it under ignore."));
        }
        return named;
    }

    private static Optional<String> split(Fields fields) {
        return fields.value(
                "split", "at least one character", text -> Optional.of(text).filter(separator -> !separator.isEmpty()));
    }

    private Optional<ValueTable> table(String column, Fields fields) {
        Optional<ValueTable.Otherwise> otherwise = fields.value(
                "otherwise", "error, keep, leave or clear", word -> Optional.ofNullable(OTHERWISE.get(word)));
        if (fields.node("values").isEmpty()) {
            fields.node("otherwise")
                    .ifPresent(node -> fields.problem(
                            node, "Column '" + column + "' says otherwise, but has no table of values."));
            return Optional.empty();
        }
        Fields values = Fields.of(fields.node("values").get(), "The values of column '" + column + "'", problems);
        Map<String, String> table = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        values.all().forEach((word, node) -> {
            values.text(word).ifPresent(value -> table.put(word, value));
            if (!keys.add(ValueTable.key(word))) {
                values.problem(node, "'" + word + "' differs from another word of the table in nothing but case.");
            }
        });
        return Optional.of(new ValueTable(table, otherwise.orElse(ValueTable.Otherwise.ERROR)));
    }

    private Optional<DateForms> dates(String column, Fields fields) {
        Optional<DateForms.As> as = fields.value("as", "date or date-time", word -> Optional.ofNullable(AS.get(word)));
        List<String> patterns = fields.texts("date");
        if (patterns.isEmpty()) {
            fields.node("as")
                    .ifPresent(node -> fields.problem(
                            node, "Column '" + column + "' says as, but not how its dates are written."));
            return Optional.empty();
        }
        try {
            return Optional.of(new DateForms(patterns, locale, zone, as.orElse(DateForms.As.AS_WRITTEN)));
        } catch (IllegalArgumentException noPattern) {
            fields.node("date")
                    .ifPresent(node -> fields.problem(
                            node,
                            "'" + String.join("', '", patterns) + "' is no pattern of a date such as dd.MM.yyyy."));
            return Optional.empty();
        }
    }
}
