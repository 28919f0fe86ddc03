package bactrian.proof;

import java.util.BitSet;
import java.util.regex.Pattern;

/** Rows by number from 1, written as {@code 3,7-9}. */
public final class RowSet {
    private static final Pattern FORM = Pattern.compile("\\d{1,9}(-\\d{1,9})?(,\\d{1,9}(-\\d{1,9})?)*");

    private final BitSet rows;

    private RowSet(BitSet rows) {
        this.rows = rows;
    }

    public static boolean fits(String text) {
        return text.isEmpty() || FORM.matcher(text).matches();
    }

    /** @throws IllegalArgumentException when it is not written so, see {@link #fits} */
    public static RowSet read(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException("not rows: " + text);
        }
        BitSet rows = new BitSet();
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] ends = part.split("-");
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (from <= to) {
                rows.set(from, to + 1);
            }
        }
        return new RowSet(rows);
    }

    /** @param ordinal from 0 */
    boolean holds(long ordinal) {
        return ordinal < Integer.MAX_VALUE && rows.get((int) ordinal + 1);
    }
}
