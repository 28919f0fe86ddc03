package bactrian.instruction;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Drafts what becomes of one column. */
record DraftColumn(String name, String to, List<String> cells) {
    private static final int LONGEST_TABLE = 30;
    private static final List<String> DATES = List.of(
            "dd.MM.yyyy",
            "MM/dd/yyyy",
            "dd/MM/yyyy",
            "yyyy/MM/dd",
            "d.M.yyyy",
            "M/d/yyyy",
            "d/M/yyyy",
            "dd-MM-yyyy",
            "d MMM yyyy",
            "dd.MM.yyyy HH:mm",
            "MM/dd/yyyy HH:mm",
            "dd/MM/yyyy HH:mm",
            "d.M.yyyy H:mm");
    private static final Set<String> TRUE = Set.of("y", "x", "on", "done", "ja", "да", "oui", "si", "sí", "wahr");
    private static final Set<String> FALSE = Set.of("n", "off", "open", "nein", "нет", "non", "falsch");

    /** @param shape of the parameter; empty for {@code id} and its like */
    String yaml(Optional<Shape> shape) {
        String line = "  " + quoted(name) + ":";
        boolean readable = shape.isEmpty()
                || cells.stream().allMatch(cell -> new CellText(ZoneOffset.UTC)
                        .read(cell, shape.get())
                        .value()
                        .isPresent());
        if (readable) {
            return line + " " + to + "\n";
        }
        line += "\n    to: " + to + "\n";
        if (shape.get().allows(Kind.INSTANT) || shape.get().allows(Kind.DATE)) {
            String form = DATES.stream()
                    .filter(pattern -> cells.stream().allMatch(cell -> fits(cell, pattern)))
                    .findFirst()
                    .orElse("   # ??? such as dd.MM.yyyy");
            return line + "    date: " + form + "\n" + (shape.get().allows(Kind.DATE) ? "" : "    as: date-time\n");
        }
        if (cells.size() > LONGEST_TABLE) {
            return line + "    # ??? has values that are not " + shape.get().description() + "\n";
        }
        StringBuilder table = new StringBuilder(line)
                .append("    values:   # to ")
                .append(shape.get().description());
        for (String cell : cells) {
            table.append("\n      ").append(quoted(cell)).append(": ").append(meaning(cell, shape.get()));
        }
        return table.append('\n').toString();
    }

    private static String meaning(String cell, Shape shape) {
        if (new CellText(ZoneOffset.UTC).read(cell, shape).value().isPresent()) {
            return quoted(cell);
        }
        String word = cell.toLowerCase(Locale.ROOT);
        if (shape.allows(Kind.BOOLEAN) && (TRUE.contains(word) || FALSE.contains(word))) {
            return String.valueOf(TRUE.contains(word));
        }
        return "  # ???";
    }

    private static boolean fits(String cell, String pattern) {
        try {
            DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .parse(cell);
            return true;
        } catch (DateTimeException other) {
            return false;
        }
    }

    /** As a YAML name or value: in quotes unless it is plain in every reading. */
    static String quoted(String text) {
        return text.matches("[\\p{L}][\\p{L}\\p{N} _.-]*") && !text.matches("(?i)true|false|null|yes|no|on|off")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
