package bactrian.results;

import java.util.List;

/**
 * Protects people who open {@code results.csv} in a spreadsheet, which would run cells that start like a formula. Never
 * used on {@code failed.csv} and {@code unknown.csv}: these are run again, and a mark would change what is edited.
 */
public enum FormulaGuard {
    /** Cells stay as they are. */
    OFF,
    /** Cells that start with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage return get a {@code '} in front. */
    ON;

    private static final String STARTS = "=+-@\t\r";

    /** Marks the cells of a line where they are. @return how many it were */
    int mark(List<String> cells) {
        if (this == OFF) {
            return 0;
        }
        int marked = 0;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0) {
                cells.set(i, "'" + cell);
                marked++;
            }
        }
        return marked;
    }
}
