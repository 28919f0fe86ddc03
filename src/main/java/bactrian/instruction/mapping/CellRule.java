package bactrian.instruction.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the cells of a column are read.
 *
 * @param whenEmpty what an empty cell stands for; without it, it stays empty and leaves the value as it is
 * @param split what separates the parts of a list
 * @param table words and what they stand for
 * @param dates how dates are written
 */
public record CellRule(
        Optional<String> whenEmpty, Optional<String> split, Optional<ValueTable> table, Optional<DateForms> dates) {

    /** Clears a value. */
    static final String CLEAR = "#N/A";

    /** Cells are taken as they are. */
    static final CellRule AS_IT_IS =
            new CellRule(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What a cell was read as.
     *
     * @param text for the operation's column; the cell itself where it cannot be read
     * @param fault why it cannot, as the end of a sentence that starts with the column's name
     */
    record Reading(String text, Optional<String> fault) {

        static Reading as(String text) {
            return new Reading(text, Optional.empty());
        }
    }

    Reading read(String cell) {
        String bare = cell.strip();
        if (bare.isEmpty()) {
            return Reading.as(whenEmpty.orElse(cell));
        }
        if (bare.equals(CLEAR)) {
            return Reading.as(cell);
        }
        return split.isPresent() ? list(cell, split.get()) : part(cell);
    }

    private Reading part(String cell) {
        Reading reading = Reading.as(cell);
        if (table.isPresent()) {
            reading = table.get().read(cell);
        }
        if (dates.isPresent() && reading.fault().isEmpty() && reading.text().equals(cell)) {
            reading = dates.get().read(cell.strip());
        }
        return reading;
    }

    /** A list is written as JSON, so that its parts may hold any letter. */
    private Reading list(String cell, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : cell.split(java.util.regex.Pattern.quote(separator), -1)) {
            if (!part.isBlank()) {
                Reading reading = part(part.strip());
                if (reading.fault().isPresent()) {
                    return new Reading(cell, reading.fault());
                }
                if (!reading.text().isEmpty()) {
                    parts.add(reading.text());
                }
            }
        }
        return Reading.as(JsonList.of(parts));
    }
}
