package bactrian.provider.close;

import bactrian.operation.Change;
import bactrian.provider.Reads;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tasks by {@code GET /task/}. All that an update changes it sets, so nothing depends on the values before. */
final class TaskReads implements Reads {
    private static final int PAGE = 100;
    private static final Set<String> TIMES = Set.of("date", "due_date");
    private static final String FIELDS = "&_fields="
            + Stream.concat(Stream.of("id"), TaskFields.names().stream()).collect(Collectors.joining(","))
            + "&_limit=" + PAGE;

    @Override
    public int most() {
        return PAGE;
    }

    @Override
    public Request ask(List<String> targets) {
        return Request.get("/task/?id__in=" + String.join(",", targets) + "&_type=all" + FIELDS);
    }

    @Override
    public Optional<Request> list(Change change, int page) {
        return change.where()
                .map(where -> TaskFilters.params(where)
                        .propertyStream()
                        .filter(filter -> !filter.getKey().equals("_fields"))
                        .map(filter -> filter.getKey() + "="
                                + URLEncoder.encode(filter.getValue().asText(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))
                .map(query -> Request.get("/task/?" + query + FIELDS + "&_skip=" + page * PAGE));
    }

    @Override
    public Optional<Page> read(Reply reply) {
        if (!reply.successful()) {
            return Optional.empty();
        }
        return reply.json().filter(json -> json.path("data").isArray()).map(json -> {
            Map<String, ObjectNode> tasks = new LinkedHashMap<>();
            json.path("data").forEach(task -> {
                if (task instanceof ObjectNode found && found.path("id").isTextual()) {
                    tasks.put(found.path("id").textValue(), found);
                }
            });
            return new Page(tasks, json.path("has_more").asBoolean() && !tasks.isEmpty());
        });
    }

    @Override
    public ObjectNode kept(Change change, ObjectNode present) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        change.values().fieldNames().forEachRemaining(name -> kept.set(name, Reads.value(present, name)));
        return kept;
    }

    @Override
    public Expected expected(Change change, ObjectNode before) {
        return new Expected(change.values(), Extent.ALL);
    }

    @Override
    public boolean same(String field, JsonNode one, JsonNode other) {
        return TIMES.contains(field) && one.isTextual() && other.isTextual()
                ? TaskDates.same(one.asText(), other.asText())
                : one.equals(other);
    }
}
