package bactrian.instruction.mapping;

import bactrian.outcome.Nearest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words and what they stand for. Letter case and spaces around a word do not matter. */
public final class ValueTable {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final Otherwise otherwise;

    /** What becomes of a word that is not in the table. */
    public enum Otherwise {
        /** The row fails. */
        ERROR,
        /** It is taken as it is. */
        KEEP,
        /** The value is left as it is at the provider. */
        LEAVE,
        /** The value is cleared. */
        CLEAR
    }

    ValueTable(Map<String, String> table, Otherwise otherwise) {
        table.forEach((word, value) -> {
            values.put(key(word), value);
            written.put(key(word), word.strip());
        });
        this.otherwise = otherwise;
    }

    static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** What the words stand for, each once. */
    public Set<String> meanings() {
        return Set.copyOf(values.values());
    }

    CellRule.Reading read(String cell) {
        String value = values.get(key(cell));
        if (value != null) {
            return CellRule.Reading.as(value);
        }
        return switch (otherwise) {
            case KEEP -> CellRule.Reading.as(cell);
            case LEAVE -> CellRule.Reading.as("");
            case CLEAR -> CellRule.Reading.as(CellRule.CLEAR);
            case ERROR -> new CellRule.Reading(cell, Optional.of("is not in the table of values." + meant(cell)));
        };
    }

    private String meant(String cell) {
        return Nearest.to(cell.strip(), written.values())
                .map(near -> " Did you mean '" + near + "'?")
                .orElse(written.size() <= 10 ? " The table has: " + String.join(", ", written.values()) + "." : "");
    }
}
