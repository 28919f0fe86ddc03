package bactrian.instruction.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How dates and times are written in a column. They become ISO 8601, times with the offset of their zone. */
public final class DateForms {
    private final List<String> patterns;
    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;
    private final As as;

    /** What a date is written down as. */
    public enum As {
        /** A day where the pattern has no time, a moment where it has. */
        AS_WRITTEN,
        /** Always the day. */
        DATE,
        /** Always a moment; a day alone is its start. */
        DATE_TIME
    }

    /** @throws IllegalArgumentException where one is no pattern */
    DateForms(List<String> patterns, Locale locale, ZoneId zone, As as) {
        this.patterns = List.copyOf(patterns);
        this.formats = patterns.stream().map(pattern -> format(pattern, locale)).toList();
        this.zone = zone;
        this.as = as;
    }

    /** People write {@code yyyy} and mean the year of the calendar, not of the era. */
    private static DateTimeFormatter format(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    CellRule.Reading read(String cell) {
        for (DateTimeFormatter format : formats) {
            Optional<String> text = text(format, cell);
            if (text.isPresent()) {
                return CellRule.Reading.as(text.get());
            }
        }
        return new CellRule.Reading(cell, Optional.of("is no date of the form " + String.join(" or ", patterns) + "."));
    }

    private Optional<String> text(DateTimeFormatter format, String cell) {
        try {
            TemporalAccessor read = format.parse(cell);
            LocalDate day = LocalDate.from(read);
            boolean hasTime = read.isSupported(ChronoField.HOUR_OF_DAY);
            if (as == As.DATE || as == As.AS_WRITTEN && !hasTime) {
                return Optional.of(day.toString());
            }
            LocalTime time = hasTime ? LocalTime.from(read) : LocalTime.MIDNIGHT;
            Optional<ZoneOffset> offset = Optional.ofNullable(read.query(TemporalQueries.offset()));
            var moment = offset.map(known -> day.atTime(time).atOffset(known))
                    .orElseGet(() -> day.atTime(time).atZone(zone).toOffsetDateTime());
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
