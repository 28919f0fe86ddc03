package bactrian.simulator.close;

import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Asked;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Shelf;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The task endpoints: {@code GET} and {@code PUT /task/}, {@code GET} and {@code PUT /task/{id}/}.
 *
 * <p>A bulk update without a filter changes every task it can list, as the real one would.
 */
final class Tasks {

    private final Shelf tasks;

    Tasks(Shelf tasks) {
        this.tasks = tasks;
    }

    Answer list(Asked asked) {
        Map<String, String> filters = new LinkedHashMap<>(asked.query());
        Optional<Page> page = Page.of(filters);
        TaskFilter filter = new TaskFilter(filters, asked.at());
        Map<String, String> problems = filter.problems();
        if (page.isEmpty()) {
            problems.put("_limit", "_limit must be 1 to 100 and _skip not negative.");
        }
        if (!problems.isEmpty()) {
            return CloseVoice.invalid(problems);
        }
        Stream<Map.Entry<String, Values>> found =
                filter.order().map(order -> selected(filter).sorted(order)).orElseGet(() -> selected(filter));
        return page.get()
                .of(found.map(entry -> fields(asked, TaskShape.json(entry.getKey(), entry.getValue())))
                        .toList());
    }

    Answer get(Asked asked, String id) {
        return tasks.get(id)
                .map(task -> Answer.json(200, fields(asked, TaskShape.json(id, task))))
                .orElseGet(CloseVoice::notFound);
    }

    Answer update(Asked asked, String id, ObjectNode body) {
        Optional<Values> task = tasks.get(id);
        if (task.isEmpty()) {
            return CloseVoice.notFound();
        }
        if (TaskShape.forbidden(id)) {
            return CloseVoice.forbidden();
        }
        Map<String, String> problems = TaskShape.SINGLE.problems(body);
        if (body.has("text") && !task.get().text("_type").equals("lead")) {
            problems.put("text", "Only tasks of type lead have a text that can be updated.");
        }
        if (!problems.isEmpty()) {
            return CloseVoice.invalid(problems);
        }
        Values changed = task.get().with(TaskShape.changes(body, asked.at()));
        tasks.put(asked.number(), id, changed);
        return Answer.json(200, fields(asked, TaskShape.json(id, changed))).touching(List.of(id));
    }

    Answer updateAll(Asked asked, ObjectNode body) {
        Map<String, String> filters = new LinkedHashMap<>(asked.query());
        body.path("_params").properties().forEach(param -> {
            if (!param.getValue().isNull()) {
                filters.put(param.getKey(), param.getValue().asText());
            }
        });
        TaskFilter filter = new TaskFilter(filters, asked.at());
        Map<String, String> problems = TaskShape.BULK.problems(body);
        problems.putAll(filter.problems());
        if (!problems.isEmpty()) {
            return CloseVoice.invalid(problems);
        }
        Values changes = TaskShape.changes(body, asked.at());
        List<Map.Entry<String, Values>> found = selected(filter)
                .filter(entry -> !TaskShape.forbidden(entry.getKey()))
                .toList();
        List<String> touched = new ArrayList<>(found.size());
        found.forEach(entry -> {
            tasks.put(asked.number(), entry.getKey(), entry.getValue().with(changes));
            touched.add(entry.getKey());
        });
        return Answer.json(200, Json.object()).touching(touched);
    }

    private Stream<Map.Entry<String, Values>> selected(TaskFilter filter) {
        Stream<Map.Entry<String, Values>> candidates = filter.ids()
                .map(ids -> ids.stream().flatMap(id -> tasks.get(id).stream().map(task -> Map.entry(id, task))))
                .orElseGet(tasks::known);
        return candidates.filter(entry -> filter.matches(entry.getValue()));
    }

    private static ObjectNode fields(Asked asked, ObjectNode task) {
        return Optional.ofNullable(asked.query().get("_fields"))
                .map(fields -> task.retain(Arrays.asList(fields.split(","))))
                .orElse(task);
    }

    /** One page of a list: {@code _limit} and {@code _skip} taken out of the filters. */
    record Page(int limit, int skip) {

        private static final int MOST = 100;

        static Optional<Page> of(Map<String, String> filters) {
            String limit = Optional.ofNullable(filters.remove("_limit")).orElse("100");
            String skip = Optional.ofNullable(filters.remove("_skip")).orElse("0");
            if (!limit.matches("[0-9]{1,9}") || !skip.matches("[0-9]{1,9}")) {
                return Optional.empty();
            }
            Page page = new Page(Integer.parseInt(limit), Integer.parseInt(skip));
            return page.limit < 1 || page.limit > MOST ? Optional.empty() : Optional.of(page);
        }

        Answer of(List<? extends JsonNode> all) {
            ArrayNode data = Json.array();
            all.stream().skip(skip).limit(limit).forEach(data::add);
            ObjectNode body = Json.object();
            body.set("data", data);
            return Answer.json(200, body.put("has_more", all.size() > skip + limit));
        }
    }
}
