package bactrian.instruction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as people write them, brought to the one form that providers take (RFC 3339). */
final class Moments {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?) ?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern READY =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:\\d{2})");

    private Moments() {}

    /**
     * The instant as it is sent: what has a zone and all its parts stays as it was written, one without a zone takes
     * {@code zone}, and a date alone is the start of its day. Empty where the text is no date or time.
     */
    static Optional<String> instant(String text, ZoneId zone) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDate.parse(written.group(1)).atTime(time(written.group(2)));
            ZoneOffset offset = written.group(3) == null
                    ? local.atZone(zone).getOffset()
                    : ZoneOffset.of(written.group(3).toUpperCase(Locale.ROOT));
            if (READY.matcher(text).matches()) {
                return Optional.of(text);
            }
            // A time that a change of clocks skips moves forward with the clocks.
            var moment = written.group(3) == null ? local.atZone(zone).toOffsetDateTime() : local.atOffset(offset);
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalTime time(@Nullable String text) {
        return text == null ? LocalTime.MIDNIGHT : LocalTime.parse(text.replace(',', '.'));
    }

    /** Whether the text is a day of the calendar, such as {@code 2026-12-01}. */
    static boolean isDate(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).getYear() >= 0;
        } catch (DateTimeException impossible) {
            return false;
        }
    }
}
