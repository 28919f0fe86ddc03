package bactrian.cli;

import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.util.ArrayList;
import java.util.List;

/** A problem for people. */
final class ProblemText {

    private ProblemText() {}

    /** For example {@code line 7, row 6, newDueDate: 'tomorrow' is no date. Write … [invalid-value]}. */
    static String line(Problem problem) {
        String found = problem.found().map(text -> " Found: " + text + ".").orElse("");
        String where = where(problem.place());
        return (where.isEmpty() ? "" : where + ": ") + problem.message() + found + " " + problem.hint() + " ["
                + problem.code().word() + "]";
    }

    private static String where(Place place) {
        List<String> parts = new ArrayList<>();
        place.line().ifPresent(line -> parts.add("line " + line));
        place.column().ifPresent(column -> parts.add("column " + column));
        place.row().ifPresent(row -> parts.add("row " + row));
        place.field().ifPresent(parts::add);
        return String.join(", ", parts);
    }
}
