package bactrian.proof;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Rows by number from 1, written as {@code 3,7-9}. */
public final class RowSet {
    private static final Pattern PART = Pattern.compile("\\d{1,9}(-\\d{1,9})?");

    /** Last rows by first rows; where several begin with one row, the longest. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    private RowSet() {}

    public static boolean fits(String text) {
        return text.isEmpty()
                || Arrays.stream(text.split(",", -1))
                        .allMatch(part -> PART.matcher(part).matches());
    }

    /** @throws IllegalArgumentException when it is not written so, see {@link #fits} */
    public static RowSet read(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException("not rows: " + text);
        }
        TreeMap<Long, Long> written = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] ends = part.split("-");
            written.merge(Long.valueOf(ends[0]), Long.valueOf(ends[ends.length - 1]), Math::max);
        }
        RowSet rows = new RowSet();
        written.forEach(rows::add);
        return rows;
    }

    /** In ascending order, so that one that begins within the last is a part of it. */
    private void add(long from, long to) {
        Map.Entry<Long, Long> last = ranges.lastEntry();
        if (last != null && from <= last.getValue()) {
            ranges.put(last.getKey(), Math.max(to, last.getValue()));
        } else if (from <= to) {
            ranges.put(from, to);
        }
    }

    /** @param ordinal from 0 */
    boolean holds(long ordinal) {
        Map.Entry<Long, Long> range = ranges.floorEntry(ordinal + 1);
        return range != null && ordinal + 1 <= range.getValue();
    }
}
