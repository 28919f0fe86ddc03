package bactrian.outcome;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
public final class Figures {

    private Figures() {}

    /** Thousands apart, for example {@code 1 000 000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** So many of a thing, for example {@code 1 edit} or {@code 1 000 edits}. */
    public static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Without digits that say nothing, for example {@code 10} or {@code 0.5}. */
    public static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.3f", perSecond).replaceAll("\\.?0+$", "");
    }

    /** In the two largest units, for example {@code 1 h 5 min}; at least a second. */
    public static String duration(Duration duration) {
        long seconds = Math.max(1, duration.plusMillis(500).toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min" + rest(seconds % 60, " s");
        }
        return seconds / 3_600 + " h" + rest(seconds % 3_600 / 60, " min");
    }

    private static String rest(long count, String unit) {
        return count == 0 ? "" : " " + count + unit;
    }
}
