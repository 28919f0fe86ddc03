package bactrian.cli;

import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A problem for people, and as data. */
final class ProblemText {

    private ProblemText() {}

    /** For example {@code line 7, row 6, newDueDate: 'tomorrow' is no date. Write … [invalid-value]}. */
    static String line(Problem problem) {
        String found = problem.found().map(text -> " Found: " + text + ".").orElse("");
        String where = where(problem.place());
        return (where.isEmpty() ? "" : where + ": ") + problem.message() + found + " " + problem.hint() + " ["
                + problem.code().word() + "]";
    }

    static ObjectNode json(Problem problem) {
        ObjectNode node = Json.object().put("code", problem.code().word());
        Place place = problem.place();
        place.line().ifPresent(line -> node.put("line", line));
        place.column().ifPresent(column -> node.put("column", column));
        place.row().ifPresent(row -> node.put("row", row));
        place.field().ifPresent(field -> node.put("field", field));
        node.put("message", problem.message());
        problem.found().ifPresent(found -> node.put("found", found));
        return node.put("hint", problem.hint());
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
