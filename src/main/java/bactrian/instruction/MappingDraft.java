package bactrian.instruction;

import bactrian.operation.Operation;
import bactrian.operation.TargetForm;
import bactrian.outcome.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drafts a mapping: what can be guessed from names and from the first rows is filled in, the rest is asked in comments. */
final class MappingDraft {
    private static final int ROWS_LOOKED_AT = 500;
    private static final List<String> RESERVED = List.of("id", "where", "reference");

    private final Addresses addresses;

    MappingDraft(Addresses addresses) {
        this.addresses = addresses;
    }

    /** One column with the different cells that its first rows have. */
    private record Found(String name, List<String> cells) {}

    String of(Document document) throws IOException {
        List<Found> columns = columns(document);
        Defaults said = document.defaults();
        List<Form> forms = addresses.possible(said.provider(), said.operation());
        Optional<Form> form = forms.stream().max(Comparator.comparingInt(one -> guesses(columns, one).values().stream()
                .mapToInt(String::length)
                .sum()));
        StringBuilder draft = new StringBuilder("# Drafted from ")
                .append(document.path().getFileName())
                .append(". Check every line, decide what is marked with ???, then run 'bactrian check'.\n");
        String guessed = forms.size() == 1 ? "" : "   # ??? guessed; or one of: bactrian operations";
        draft.append("provider: ")
                .append(form.map(f -> f.operation().provider()).orElse("???"))
                .append(guessed);
        draft.append("\noperation: ")
                .append(form.map(f -> f.operation().name()).orElse("???"))
                .append(guessed);
        draft.append("\n\ncolumns:\n");
        Map<String, String> to = form.map(f -> guesses(columns, f)).orElse(Map.of());
        List<String> undecided = new ArrayList<>();
        for (Found column : columns) {
            String target = to.get(column.name());
            if (target == null) {
                undecided.add(column.name());
            } else {
                DraftColumn drafted = new DraftColumn(column.name(), target, column.cells());
                draft.append(drafted.yaml(form.flatMap(f -> f.field(target)).map(Field::shape)));
            }
        }
        undecided.forEach(
                name -> draft.append("#  ").append(DraftColumn.quoted(name)).append(": ???\n"));
        form.ifPresent(f -> draft.append(leftOver(f.operation(), to)));
        if (!undecided.isEmpty()) {
            draft.append(
                    "\n# ??? Columns that say nothing. Take out those that you have given a meaning above.\nignore:\n");
            undecided.forEach(name ->
                    draft.append("  - ").append(DraftColumn.quoted(name)).append('\n'));
        }
        return draft.toString();
    }

    private static String leftOver(Operation operation, Map<String, String> taken) {
        String names = operation.parameters().stream()
                .filter(parameter -> !taken.containsValue(parameter.name()))
                .map(parameter -> parameter.name() + (parameter.required() ? " (needed)" : ""))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "# Parameters without a column: " + names + ".\n";
    }

    private static List<Found> columns(Document document) throws IOException {
        try (TableRows rows = TableRows.open(document)) {
            Map<String, List<String>> cells = new LinkedHashMap<>();
            List<String> names = rows.header().stream().map(String::strip).toList();
            names.forEach(name -> cells.put(name, new ArrayList<>()));
            for (int row = 0; row < ROWS_LOOKED_AT && rows.next(); row++) {
                for (int i = 0; i < names.size(); i++) {
                    List<String> seen = cells.get(names.get(i));
                    String cell = rows.cells().get(i).strip();
                    if (seen != null && !cell.isEmpty() && !seen.contains(cell)) {
                        seen.add(cell);
                    }
                }
            }
            return cells.entrySet().stream()
                    .filter(column -> !column.getKey().isEmpty())
                    .map(column -> new Found(column.getKey(), column.getValue()))
                    .toList();
        }
    }

    /** Parameter by column, each once: equal names first, near ones then, at last those that share a word. */
    private static Map<String, String> guesses(List<Found> columns, Form form) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(RESERVED.stream(), form.names().stream()).forEach(name -> names.putIfAbsent(bare(name), name));
        Map<String, String> guesses = new LinkedHashMap<>();
        guess(columns, guesses, names, column -> Optional.of(bare(column.name())));
        if (names.containsKey("id")) {
            guess(columns, guesses, names, column -> Optional.of("id").filter(id -> areIds(column.cells(), form)));
        }
        guess(columns, guesses, names, column -> Nearest.to(bare(column.name()), names.keySet()));
        guess(columns, guesses, names, column -> sharingAWord(column.name(), names));
        return guesses;
    }

    private static void guess(
            List<Found> columns,
            Map<String, String> guesses,
            Map<String, String> names,
            Function<Found, Optional<String>> rule) {
        for (Found column : columns) {
            if (!guesses.containsKey(column.name())) {
                rule.apply(column)
                        .flatMap(name -> Optional.ofNullable(names.remove(name)))
                        .ifPresent(name -> guesses.put(column.name(), name));
            }
        }
    }

    private static boolean areIds(List<String> cells, Form form) {
        TargetForm ids = form.operation().targetForm();
        return !cells.isEmpty() && cells.stream().allMatch(cell -> ids.fits(ids.canonical(cell)));
    }

    private static Optional<String> sharingAWord(String column, Map<String, String> names) {
        Set<String> words = words(column);
        return names.entrySet().stream()
                .filter(name -> words(name.getValue()).stream().anyMatch(words::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The words of a name of at least three letters, however they are joined: {@code due_date}, {@code newDueDate}. */
    private static Set<String> words(String name) {
        return Stream.of(name.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})"))
                .filter(word -> word.length() > 2)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]", "");
    }
}
