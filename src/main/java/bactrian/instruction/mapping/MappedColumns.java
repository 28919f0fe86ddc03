package bactrian.instruction.mapping;

import bactrian.outcome.Code;
import bactrian.outcome.Nearest;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a mapping makes of one document: its columns by the operation's names, its rows cell by cell. */
public final class MappedColumns {

    /** One column of the operation: where its cells come from, and how they are read. */
    private record Part(String to, String from, int index, CellRule rule) {}

    /**
     * A cell that could not be read.
     *
     * @param column as the document names it
     * @param to as the operation names it
     */
    public record Fault(String column, String to, String message, String found) {}

    private static final int CONSTANT = -1;

    private final List<Part> parts;
    private final List<Problem> problems;

    private MappedColumns(List<Part> parts, List<Problem> problems) {
        this.parts = parts;
        this.problems = problems;
    }

    static MappedColumns of(Mapping mapping, List<String> header) {
        List<Part> parts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> names = header.stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (mapping.columns().containsKey(name)) {
                for (Mapping.Target target : mapping.columns().get(name)) {
                    parts.add(new Part(target.to(), name, i, target.cell()));
                }
            } else if (!mapping.ignored().contains(name) && mapping.others() == Mapping.Others.KEEP) {
                parts.add(new Part(name, name, i, CellRule.AS_IT_IS));
            }
        }
        mapping.constants().forEach((to, value) -> parts.add(new Part(to, value, CONSTANT, CellRule.AS_IT_IS)));
        mapping.columns().forEach((name, targets) -> {
            boolean needed = targets.stream().anyMatch(target -> target.presence() == Mapping.Presence.NEEDED);
            if (needed && !names.contains(name)) {
                problems.add(missing(mapping.name(), name, names));
            }
        });
        return new MappedColumns(parts, problems);
    }

    private static Problem missing(String mapping, String name, List<String> names) {
        String hint = Nearest.to(name, names)
                .map(near -> "The file has '" + near + "'. Correct the file or the mapping.")
                .orElse("Add the column, or say optional: true in the mapping.");
        return Problem.of(
                        Code.MISSING_COLUMN,
                        Place.document().field(name),
                        "The mapping " + mapping + " needs this column, and the file does not have it.")
                .hint(hint);
    }

    /** Columns of the mapping that the document lacks. */
    public List<Problem> problems() {
        return problems;
    }

    /** The columns by the operation's names. */
    public List<String> header() {
        return parts.stream().map(Part::to).toList();
    }

    /**
     * A row by the operation's columns.
     *
     * @param cells at least as many as the document's header has
     * @param faults is told of every cell that cannot be read; such a cell stays as it is
     */
    public List<String> cells(List<String> cells, Consumer<Fault> faults) {
        List<String> mapped = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (part.index() == CONSTANT) {
                mapped.add(part.from());
                continue;
            }
            String cell = cells.get(part.index());
            CellRule.Reading reading = part.rule().read(cell);
            mapped.add(reading.text());
            reading.fault().ifPresent(why -> faults.accept(new Fault(part.from(), part.to(), why, cell)));
        }
        return mapped;
    }
}
