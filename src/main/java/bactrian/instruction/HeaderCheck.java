package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Invisible;
import bactrian.outcome.Nearest;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the names of columns: all that is wrong with them is said at once. */
final class HeaderCheck {
    private static final List<String> RESERVED =
            List.of("provider", "operation", "connection", "id", "where", "reference");

    private final List<Form> forms;
    private final Set<String> known = new HashSet<>(RESERVED);

    /** @param forms what the rows below this header can ask for */
    HeaderCheck(List<Form> forms) {
        this.forms = forms;
        forms.forEach(form -> known.addAll(form.names()));
    }

    /**
     * @param problems the first is why the document is refused
     * @param wrong the columns at fault
     */
    record Found(List<Problem> problems, Set<Column> wrong) {

        /** Whether the columns are so wrong that the first line is probably no header at all. */
        boolean noHeader() {
            return problems.stream().anyMatch(problem -> problem.code() == Code.NO_HEADER);
        }
    }

    Found check(CsvHeader header, long line) {
        if (!looksLikeHeader(header)) {
            Problem none = Problem.of(Code.NO_HEADER, Place.line(line), "The first line has none of the column names.")
                    .found(String.join(", ", header.names().subList(0, Math.min(8, header.width()))));
            return new Found(List.of(none), Set.of());
        }
        List<Problem> problems = new ArrayList<>();
        Set<Column> wrong = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (Column column : header.columns()) {
            boolean first = column.role() == Column.Role.IGNORED || seen.add(column.name());
            flaw(column, first, problems.size()).ifPresent(flaw -> {
                problems.add(flaw.at(Place.line(line)));
                wrong.add(column);
            });
        }
        return new Found(problems, wrong);
    }

    private Optional<Flaw> flaw(Column column, boolean first, int before) {
        if (column.name().isEmpty()) {
            return Optional.of(Flaw.of(Code.UNKNOWN_COLUMN, "Column " + (column.index() + 1) + " has no name.")
                    .hint("Name the column, start its name with _ to have it ignored, or delete it."));
        }
        if (!first) {
            return Optional.of(Flaw.in(column.name(), Code.DUPLICATE_COLUMN, "There are two columns of this name."));
        }
        return isKnown(column) ? Optional.empty() : Optional.of(unknown(column, before));
    }

    private Flaw unknown(Column column, int before) {
        Flaw flaw = Flaw.in(column.name(), Code.UNKNOWN_COLUMN, "There is no column of this name" + among() + ".");
        if (before >= Findings.LISTED) {
            return flaw; // only the first problems are listed, and looking for near names is the costly part
        }
        Flaw near = flaw.nearest(Nearest.to(column.name(), known));
        return Invisible.within(column.name())
                .map(sign -> near.hint("It has an invisible character, " + sign + ". "
                        + near.hint().orElse(near.code().hint())))
                .orElse(near);
    }

    private String among() {
        return forms.size() == 1 ? " in " + forms.get(0).operation() : "";
    }

    /** What is wrong with a single name, where something is. */
    Optional<Flaw> unknown(String name) {
        Column column = new Column(0, name, Column.Role.of(name));
        return isKnown(column) ? Optional.empty() : Optional.of(unknown(column, 0));
    }

    private boolean looksLikeHeader(CsvHeader header) {
        Stream<Column> named =
                header.columns().stream().filter(column -> !column.name().isEmpty());
        return named.limit(Findings.LISTED)
                .anyMatch(column ->
                        isKnown(column) || Nearest.to(column.name(), known).isPresent());
    }

    private boolean isKnown(Column column) {
        return column.role() != Column.Role.PARAMETER || isParameter(column.name());
    }

    private boolean isParameter(String name) {
        Optional<Form> taker =
                forms.stream().filter(form -> form.field(name).isPresent()).findFirst();
        return taker.isPresent();
    }
}
