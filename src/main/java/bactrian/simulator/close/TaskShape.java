package bactrian.simulator.close;

import bactrian.simulator.wire.Check;
import bactrian.simulator.wire.Form;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a Close task looks like, and which of its fields a request may change. */
final class TaskShape {

    /** What a bulk update may change. */
    static final Form BULK = new Form(Map.of(
            "assigned_to",
            user(),
            "date",
            Check.dateOrDateTime(),
            "is_complete",
            Check.truth(),
            "_params",
            Check.object()));

    /** What an update of one task may change. */
    static final Form SINGLE = new Form(Map.ofEntries(
            Map.entry("agent_config_id", Check.text().orNull()),
            Map.entry("assigned_to", user()),
            Map.entry("contact_id", Check.text().orNull()),
            Map.entry("created_by", user()),
            Map.entry("date", Check.dateOrDateTime()),
            Map.entry("due_date", Check.dateOrDateTime()),
            Map.entry("is_complete", Check.truth()),
            Map.entry("is_dateless", Check.truth()),
            Map.entry("lead_id", known("lead")),
            Map.entry("organization_id", known("orga")),
            Map.entry("priority", Check.oneOf(List.of("high", "medium"))),
            Map.entry("resolution", Check.oneOf(List.of("abandoned", "skipped")).orNull()),
            Map.entry("text", Check.text())));

    private static final Pattern ID = Pattern.compile("task_[A-Za-z0-9_]+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
    private static final Values LEAD = untouched("lead");
    private static final Values EMAIL = untouched("incoming_email");

    private TaskShape() {}

    static boolean wellFormed(String id) {
        return ID.matcher(id).matches();
    }

    static boolean forbidden(String id) {
        return id.startsWith("task_forbidden");
    }

    /** Every well-formed id is a task, unless it begins with {@code task_missing}; {@code task_email…} is no lead task. */
    static Optional<Values> open(String id) {
        if (!wellFormed(id) || id.startsWith("task_missing")) {
            return Optional.empty();
        }
        return Optional.of(id.startsWith("task_email") ? EMAIL : LEAD);
    }

    static ObjectNode json(String id, Values task) {
        ObjectNode json = Json.object().put("id", id);
        json.setAll(task.json());
        return json;
    }

    /** The fields to lay over a task: times in UTC as Close gives them back. */
    static Values changes(JsonNode body, Instant now) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        body.properties().forEach(field -> {
            if (!field.getKey().equals("_params")) {
                fields.put(field.getKey(), normal(field.getKey(), field.getValue()));
            }
        });
        fields.put("date_updated", Json.text(time(now)));
        ObjectNode changes = Json.object();
        fields.forEach(changes::set);
        return Values.of(changes);
    }

    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A date or date-time as an instant; a date begins at midnight UTC. */
    static Instant instant(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static JsonNode normal(String name, JsonNode value) {
        boolean time =
                List.of("date", "due_date").contains(name) && value.asText().length() > 10;
        return time ? Json.text(time(instant(value.asText()))) : value;
    }

    private static Check user() {
        return known("user");
    }

    private static Check known(String prefix) {
        return Check.that(
                value -> value.isTextual()
                        && value.textValue().startsWith(prefix + "_")
                        && !value.textValue().startsWith(prefix + "_missing"),
                "Invalid " + prefix + " id.");
    }

    private static Values untouched(String type) {
        String created = time(Instant.parse("2026-01-01T00:00:00Z"));
        ObjectNode task = Json.object()
                .put("_type", type)
                .put("agent_config_id", (String) null)
                .put("assigned_to", "user_untouched")
                .put("contact_id", (String) null)
                .put("created_by", "user_untouched")
                .put("date", "2026-01-15")
                .put("date_created", created)
                .put("date_updated", created)
                .put("due_date", "2026-01-15")
                .put("is_complete", false)
                .put("is_dateless", false)
                .put("lead_id", "lead_untouched")
                .put("organization_id", "orga_simulator")
                .put("priority", (String) null)
                .put("resolution", (String) null)
                .put("text", "Call back");
        return Values.of(task);
    }
}
