package bactrian.schedule;

import bactrian.config.Flaw;
import bactrian.instruction.Defaults;
import bactrian.outcome.Nearest;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** Reads one scheduled job strictly; all that is wrong with it is found at once. */
final class ScheduleReader {
    private static final List<String> KNOWN = List.of(
            "name",
            "description",
            "cron",
            "zone",
            "source",
            "query",
            "format",
            "provider",
            "operation",
            "connection",
            "mapping",
            "mode",
            "guard");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final double USUAL_GUARD = 0.3;

    private final Path file;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    ScheduleReader(Path file, Map<?, ?> route) {
        this.file = file;
        if (!ScheduleFiles.TEMPLATE.equals(route.get("routeTemplateRef"))) {
            flaw(
                    "It is no templatedRoute of " + ScheduleFiles.TEMPLATE + ".",
                    "Write routeTemplateRef: scheduled-sync.");
        }
        if (route.get("parameters") instanceof List<?> parameters) {
            for (Object one : parameters) {
                if (one instanceof Map<?, ?> parameter) {
                    given.put(String.valueOf(parameter.get("name")), String.valueOf(parameter.get("value")));
                }
            }
        }
    }

    List<Flaw> flaws() {
        return flaws;
    }

    Optional<Schedule> read() {
        given.keySet().stream().filter(name -> !KNOWN.contains(name)).forEach(this::unknown);
        String name = needed("name");
        if (!name.isEmpty() && !name.matches("[a-z0-9][a-z0-9_-]{0,62}")) {
            flaw("'" + name + "' cannot be the name of a schedule.", "Use small letters, digits, - and _.");
        }
        ZoneId zone = zone();
        Optional<CronExpression> cron = cron(zone);
        String source = needed("source");
        if (source.startsWith("jdbc:") && text("query").isEmpty()) {
            flaw("A database needs a query.", "Add the parameter query.");
        }
        text("format")
                .filter(word -> !List.of("csv", "json", "ndjson").contains(word))
                .ifPresent(word -> flaw("format is '" + word + "'.", "Write csv, json or ndjson."));
        Schedule.Mode mode = mode();
        double guard = guard();
        if (!flaws.isEmpty() || cron.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Schedule(
                name,
                text("description").orElse(""),
                cron.get(),
                zone,
                source,
                text("query"),
                text("format"),
                new Defaults(text("provider"), text("operation"), text("connection")),
                text("mapping"),
                mode,
                guard));
    }

    private void unknown(String name) {
        flaw(
                "There is no parameter " + name + ".",
                Nearest.to(name, KNOWN)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Known are: " + String.join(", ", KNOWN) + "."));
    }

    private ZoneId zone() {
        try {
            return text("zone").map(ZoneId::of).orElse(UTC);
        } catch (DateTimeException unknown) {
            flaw("zone is '" + text("zone").orElse("") + "'.", "Write a time zone such as Europe/Berlin.");
            return UTC;
        }
    }

    private Optional<CronExpression> cron(ZoneId zone) {
        String text = needed("cron");
        try {
            CronExpression cron = new CronExpression(text);
            cron.setTimeZone(TimeZone.getTimeZone(zone));
            return Optional.of(cron);
        } catch (ParseException wrong) {
            if (!text.isEmpty()) {
                flaw(
                        "cron is '" + text + "': " + wrong.getMessage() + ".",
                        "Write seconds, minutes, hours, day of month, month, day of week, such as 0 30 6 * * ?");
            }
            return Optional.empty();
        }
    }

    private Schedule.Mode mode() {
        String word = text("mode").orElse("sync");
        return switch (word) {
            case "sync" -> Schedule.Mode.SYNC;
            case "apply" -> Schedule.Mode.APPLY;
            default -> {
                flaw("mode is '" + word + "'.", "Write sync or apply.");
                yield Schedule.Mode.SYNC;
            }
        };
    }

    private double guard() {
        Optional<String> text = text("guard");
        if (text.isEmpty()) {
            return USUAL_GUARD;
        }
        String digits = text.get().replaceFirst(" ?%$", "");
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > 100) {
            flaw("guard is '" + text.get() + "'.", "Write a share in per cent, such as 30%; 100% asks never.");
            return USUAL_GUARD;
        }
        return Integer.parseInt(digits) / 100.0;
    }

    private String needed(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            flaw("The parameter " + name + " is missing.", "Add it.");
        }
        return text.orElse("");
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private void flaw(String message, String hint) {
        flaws.add(new Flaw(file.toString(), message, hint));
    }
}
