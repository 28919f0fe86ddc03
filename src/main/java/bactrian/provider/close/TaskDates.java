package bactrian.provider.close;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Compares the date of a task with the one that was sent. Close takes a date or a date and time and may answer in
 * another zone or precision than it was sent.
 */
final class TaskDates {
    private TaskDates() {}

    /** Whether both are the same moment, to the second, or the same day where one of them is only a day. */
    static boolean same(String sent, String found) {
        if (sent.equals(found)) {
            return true;
        }
        Optional<OffsetDateTime> sentMoment = moment(sent);
        Optional<OffsetDateTime> foundMoment = moment(found);
        if (sentMoment.isPresent() && foundMoment.isPresent()) {
            return Duration.between(sentMoment.get(), foundMoment.get()).abs().compareTo(Duration.ofSeconds(1)) < 0;
        }
        return day(sent)
                .map(day -> foundMoment.filter(moment -> on(day, moment)).isPresent())
                .or(() -> day(found)
                        .map(day -> sentMoment.filter(moment -> on(day, moment)).isPresent()))
                .orElse(false);
    }

    private static boolean on(LocalDate day, OffsetDateTime moment) {
        return day.equals(moment.toLocalDate())
                || day.equals(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
