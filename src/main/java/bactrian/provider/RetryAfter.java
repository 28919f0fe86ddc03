package bactrian.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Waits as headers write them: seconds, possibly with a fraction, or one of the three date forms of RFC 9110. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    /** From here on, some 30 years, seconds are no wait but a point in time: since 1970, as some services write a reset. */
    private static final BigDecimal EPOCH_FROM = new BigDecimal("1000000000");

    /** From here on, in the year 33658 if they were seconds, they are milliseconds since 1970. */
    private static final BigDecimal EPOCH_MILLIS_FROM = new BigDecimal("1000000000000");

    private static final BigDecimal MILLIS = new BigDecimal("1000");

    private RetryAfter() {}

    /** The wait; empty when the text is malformed; negative for a point in time that is past. */
    static Optional<Duration> read(String text, Instant now) {
        return seconds(text).map(number -> wait(number, now)).or(() -> date(text)
                .map(then -> Duration.between(now, then)));
    }

    /** A wait in seconds, or until a point in time that is given in seconds or milliseconds since 1970. */
    static Duration wait(BigDecimal number, Instant now) {
        if (number.compareTo(EPOCH_FROM) < 0) {
            return duration(number);
        }
        BigDecimal seconds = number.compareTo(EPOCH_MILLIS_FROM) < 0 ? number : number.divide(MILLIS);
        return Duration.between(now, Instant.EPOCH.plus(duration(seconds)));
    }

    /** A number that is not negative. */
    static Optional<BigDecimal> seconds(String text) {
        String trimmed = text.strip();
        return SECONDS.matcher(trimmed).matches() ? Optional.of(new BigDecimal(trimmed)) : Optional.empty();
    }

    private static Duration duration(BigDecimal seconds) {
        BigDecimal millis = seconds.multiply(MILLIS).setScale(0, RoundingMode.CEILING);
        return Duration.ofMillis(millis.longValueExact());
    }

    private static Optional<Instant> date(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return Optional.of(form.parse(text.strip(), Instant::from));
            } catch (DateTimeException anotherForm) {
                continue;
            }
        }
        return Optional.empty();
    }
}
