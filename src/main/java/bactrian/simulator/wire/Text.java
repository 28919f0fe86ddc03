package bactrian.simulator.wire;

import java.util.Locale;

/** Letters, wherever the machine stands. */
public final class Text {

    private Text() {}

    /** Lower case by no country's rules. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** {@code newDueDate} as {@code NewDueDate}. */
    public static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code failed-halfway} as {@code FAILED_HALFWAY}. */
    static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
