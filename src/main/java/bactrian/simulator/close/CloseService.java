package bactrian.simulator.close;

import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Asked;
import bactrian.simulator.wire.Journal;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Service;
import bactrian.simulator.wire.Shelf;
import bactrian.simulator.wire.Values;
import bactrian.simulator.wire.Voice;
import bactrian.simulator.wire.Works;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Close: tasks, bulk edits, and who asks.
 *
 * <p>The world is open. Every {@code task_…} is a lead task, except {@code task_missing…} (404, or not selected),
 * {@code task_forbidden…} (403, or left alone) and {@code task_email…} (of type {@code incoming_email}). Users, leads,
 * statuses and custom fields exist unless their id goes on with {@code missing}. What a filter or an {@code s_query} can
 * list is what was seeded or changed before: seeds are {@code {"tasks": {…}, "objects": {…}}}, an object having an
 * {@code object_type} and, where it is no lead, a {@code lead_id}.
 */
public final class CloseService implements Service {

    private static final String BASE = "/api/v1";
    private static final Pattern TASK = Pattern.compile("/task/(?:([^/]+)/)?");
    private static final Pattern BULK = Pattern.compile("/bulk_action/edit/(?:([^/]+)/)?");

    private final Journal journal;
    private final Works works;
    private final Shelf tasks;
    private final Shelf objects;
    private final Tasks taskDesk;
    private final BulkEdits bulkDesk;

    /** An empty world. */
    public CloseService(Works works, Journal journal) {
        this.works = works;
        this.journal = journal;
        this.tasks = new Shelf(TaskShape::open, journal);
        this.objects = new Shelf(CloseService::openLead, journal);
        this.taskDesk = new Tasks(tasks);
        this.bulkDesk = new BulkEdits(works, objects);
    }

    @Override
    public String provider() {
        return "close";
    }

    @Override
    public String base() {
        return BASE;
    }

    /** The API key of HTTP Basic with an empty password, or a bearer token. */
    @Override
    public Optional<String> credential(Asked asked) {
        String given = asked.header("authorization").orElse("");
        if (given.startsWith("Bearer ")) {
            return Optional.of(given.substring("Bearer ".length()));
        }
        if (!given.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(given.substring("Basic ".length()));
            String pair = new String(decoded, StandardCharsets.UTF_8);
            return pair.endsWith(":") ? Optional.of(pair.substring(0, pair.length() - 1)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public Answer serve(Asked asked) {
        if (!asked.path().startsWith(BASE)) {
            return CloseVoice.notFound();
        }
        String path = asked.path().substring(BASE.length());
        Matcher task = TASK.matcher(path);
        if (task.matches()) {
            return task(asked, Optional.ofNullable(task.group(1)));
        }
        if (path.equals("/me/") && asked.method().equals("GET")) {
            return Answer.json(200, Json.object().put("id", "user_simulated").put("first_name", "Simulated"));
        }
        Matcher bulk = BULK.matcher(path);
        return bulk.matches() ? bulk(asked, Optional.ofNullable(bulk.group(1))) : CloseVoice.notFound();
    }

    private Answer task(Asked asked, Optional<String> id) {
        return switch (asked.method()) {
            case "GET" -> id.map(one -> taskDesk.get(asked, one)).orElseGet(() -> taskDesk.list(asked));
            case "PUT" ->
                read(asked, body -> id.map(one -> taskDesk.update(asked, one, body))
                        .orElseGet(() -> taskDesk.updateAll(asked, body)));
            default -> CloseVoice.notAllowed();
        };
    }

    private Answer bulk(Asked asked, Optional<String> id) {
        return switch (asked.method()) {
            case "GET" -> id.map(one -> bulkDesk.get(asked, one)).orElseGet(() -> bulkDesk.list(asked));
            case "POST" -> id.isPresent() ? CloseVoice.notAllowed() : read(asked, body -> bulkDesk.create(asked, body));
            default -> CloseVoice.notAllowed();
        };
    }

    @Override
    public Voice voice() {
        return new CloseVoice();
    }

    @Override
    public Optional<ObjectNode> state(String id) {
        return tasks.get(id).or(() -> objects.get(id)).map(values -> TaskShape.json(id, values));
    }

    @Override
    public void seed(JsonNode things) {
        things.path("tasks").properties().forEach(task -> tasks.seed(task.getKey(), Values.of(task.getValue())));
        things.path("objects")
                .properties()
                .forEach(object -> objects.seed(object.getKey(), Values.of(object.getValue())));
    }

    @Override
    public Works works() {
        return works;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    private static Optional<Values> openLead(String id) {
        boolean lead = id.startsWith("lead_") && !id.startsWith("lead_missing");
        return lead ? Optional.of(Lead.UNTOUCHED) : Optional.empty();
    }

    private static final class Lead {

        static final Values UNTOUCHED = Values.of(Json.object()
                .put("object_type", "lead")
                .put("name", "Untouched")
                .put("status_id", "stat_potential")
                .put("date_created", "2026-01-01T00:00:00+00:00"));
    }
}
