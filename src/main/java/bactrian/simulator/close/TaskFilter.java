package bactrian.simulator.close;

import bactrian.simulator.wire.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tasks a list or a bulk update is about: the filters of {@code GET /task/}. */
final class TaskFilter {

    private static final Set<String> PLAIN = Set.of("assigned_to", "lead_id", "organization_id");
    private static final Set<String> OTHER =
            Set.of("id", "id__in", "is_complete", "_type", "_type__in", "view", "_order_by", "_fields", "format");
    private static final Pattern DATES =
            Pattern.compile("(date|due_date|date_created|date_updated)(?:__(lt|lte|gt|gte))?");
    private static final Set<String> ORDERS = Set.of("date", "due_date", "date_created", "date_updated");

    private final Map<String, String> filters;
    private final Instant now;

    TaskFilter(Map<String, String> filters, Instant now) {
        this.filters = filters;
        this.now = now;
    }

    /** What is wrong with the filters, by name. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        filters.forEach((name, value) -> problem(name, value).ifPresent(problem -> problems.put(name, problem)));
        return problems;
    }

    /** The ids asked for by {@code id} or {@code id__in}; empty when the filter names none. */
    Optional<Set<String>> ids() {
        Optional<Set<String>> in = Optional.ofNullable(filters.get("id__in")).map(TaskFilter::split);
        return in.or(() -> Optional.ofNullable(filters.get("id")).map(Set::of));
    }

    boolean matches(Values task) {
        return type().test(task)
                && filters.entrySet().stream().allMatch(filter -> matches(filter.getKey(), filter.getValue(), task));
    }

    /** The order asked for; without one, as they come. */
    Optional<Comparator<Map.Entry<String, Values>>> order() {
        return Optional.ofNullable(filters.get("_order_by")).map(by -> {
            String field = by.startsWith("-") ? by.substring(1) : by;
            Comparator<Map.Entry<String, Values>> ascending = Comparator.comparing(
                    entry -> TaskShape.instant(entry.getValue().text(field)));
            return by.startsWith("-") ? ascending.reversed() : ascending;
        });
    }

    private static Optional<String> problem(String name, String value) {
        Matcher date = DATES.matcher(name);
        if (date.matches()) {
            boolean bare = date.group(2) == null && name.startsWith("date_");
            return bare ? Optional.of("Unknown filter.") : badDate(value);
        }
        if (name.equals("id__in")) {
            return split(value).stream()
                    .filter(id -> !TaskShape.wellFormed(id))
                    .findFirst()
                    .map(id -> "Invalid id: " + id);
        }
        if (name.equals("_order_by")) {
            return ORDERS.contains(value.replaceFirst("^-", ""))
                    ? Optional.empty()
                    : Optional.of("Cannot order by this field.");
        }
        if (name.equals("is_complete")) {
            return List.of("true", "false").contains(value.toLowerCase(Locale.ROOT))
                    ? Optional.empty()
                    : Optional.of("Not a valid boolean.");
        }
        return PLAIN.contains(name) || OTHER.contains(name) ? Optional.empty() : Optional.of("Unknown filter.");
    }

    private static Optional<String> badDate(String value) {
        try {
            TaskShape.instant(value);
            return Optional.empty();
        } catch (DateTimeException notOne) {
            return Optional.of("Not a valid date or date-time.");
        }
    }

    private boolean matches(String name, String value, Values task) {
        Matcher date = DATES.matcher(name);
        if (date.matches()) {
            int order = TaskShape.instant(task.text(date.group(1))).compareTo(TaskShape.instant(value));
            return switch (Optional.ofNullable(date.group(2)).orElse("eq")) {
                case "lt" -> order < 0;
                case "lte" -> order <= 0;
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                default -> order == 0;
            };
        }
        return switch (name) {
            case "is_complete" -> task.get(name).asBoolean() == value.equalsIgnoreCase("true");
            case "view" -> inView(value, task);
            default -> !PLAIN.contains(name) || task.text(name).equals(value);
        };
    }

    private boolean inView(String view, Values task) {
        boolean complete = task.get("is_complete").asBoolean();
        boolean due = !TaskShape.instant(task.text("date")).isAfter(now);
        return switch (view) {
            case "archive" -> complete;
            case "inbox" -> !complete && due;
            case "future" -> !complete && !due;
            default -> true;
        };
    }

    /** Without a type filter Close knows lead tasks only. */
    private Predicate<Values> type() {
        if (filters.containsKey("_type__in")) {
            Set<String> types = split(filters.getOrDefault("_type__in", ""));
            return task -> types.contains(task.text("_type"));
        }
        String type = filters.getOrDefault("_type", "lead");
        return task -> type.equals("all") || type.equals(task.text("_type"));
    }

    private static Set<String> split(String list) {
        return new LinkedHashSet<>(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList());
    }
}
