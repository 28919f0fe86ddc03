package bactrian.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where in an input something was found.
 *
 * @param line 1 = the first line of the file
 * @param column 1 = the first character of the line
 * @param row 1 = the first data row of a CSV file, the first instruction of a JSON document
 * @param field the CSV column or the JSON parameter, as it is shown
 */
public record Place(OptionalLong line, OptionalLong column, OptionalLong row, Optional<String> field) {

    /** Characters of a field's name. */
    private static final int LONGEST = 100;

    private static final Place NOWHERE =
            new Place(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    /** The input as a whole. */
    public static Place document() {
        return NOWHERE;
    }

    public static Place line(long line) {
        return new Place(OptionalLong.of(line), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    public static Place lineAndColumn(long line, long column) {
        return new Place(OptionalLong.of(line), OptionalLong.of(column), OptionalLong.empty(), Optional.empty());
    }

    public static Place row(long line, long row) {
        return new Place(OptionalLong.of(line), OptionalLong.empty(), OptionalLong.of(row), Optional.empty());
    }

    /** This place, narrowed to one field of it, whose name is cut where it is longer than any real one. */
    public Place field(String name) {
        return new Place(line, column, row, Optional.of(Shown.of(name, LONGEST)));
    }

    /** What is said of this place, for people: {@code line 7, row 6, newDueDate: …}; of the input as a whole it stands alone. */
    public String told(String message) {
        List<String> parts = new ArrayList<>();
        line.ifPresent(number -> parts.add("line " + number));
        column.ifPresent(number -> parts.add("column " + number));
        row.ifPresent(number -> parts.add("row " + number));
        field.ifPresent(parts::add);
        return parts.isEmpty() ? message : String.join(", ", parts) + ": " + message;
    }
}
