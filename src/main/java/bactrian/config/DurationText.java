package bactrian.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 10m}, {@code 24h}, {@code 7d}. */
public final class DurationText {

    /** How a duration is written, for messages. */
    public static final String FORM = "a duration such as 500ms, 30s, 10m or 24h";

    /** A hundred years: what can still be counted in nanoseconds, and nobody waits longer. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private DurationText() {}

    /** As {@link #read}, and {@code 0} for none. */
    static Optional<Duration> orZero(String text) {
        return text.equals("0") ? Optional.of(Duration.ZERO) : read(text);
    }

    /** As {@link #read}, but not none: a time-out of nothing would mean that there is none. */
    static Optional<Duration> aboveZero(String text) {
        return read(text).filter(duration -> !duration.isZero());
    }

    /** Empty where the text is no duration, or one of more than a hundred years. */
    public static Optional<Duration> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        Duration duration =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                };
        return Optional.of(duration).filter(found -> found.compareTo(LONGEST) <= 0);
    }
}
