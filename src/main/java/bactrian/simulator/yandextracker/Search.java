package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Asked;
import bactrian.simulator.wire.Check;
import bactrian.simulator.wire.Form;
import bactrian.simulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The reading endpoints: one issue, a search by keys or query, a count. A search leaves out keys it does not know. */
final class Search {

    private static final Check UNUSED = Check.that(JsonNode::isNull, "Не поддерживается.");
    private static final Check KEYS = Check.that(
            value -> value.isTextual() || Check.text().each().problem(value).isEmpty(), "Ожидаются ключи.");

    /** The official client names every way to search and leaves all but one null. */
    private static final Form FORM = new Form(Map.of(
            "query", Check.text().orNull(),
            "keys", KEYS.orNull(),
            "filter", UNUSED,
            "filterId", UNUSED,
            "queue", UNUSED,
            "order", UNUSED));

    private final Issues issues;

    Search(Issues issues) {
        this.issues = issues;
    }

    Answer get(URI base, String key) {
        return issues.get(key)
                .map(issue -> Answer.json(200, issues.json(base, issues.present(key), issue)))
                .orElseGet(() -> TrackerVoice.notFound("Задача " + key));
    }

    Answer search(Asked asked, URI base, JsonNode body) {
        Map<String, String> problems = FORM.problems(body);
        if (body.hasNonNull("query") == body.hasNonNull("keys")) {
            problems.put("query", "Укажите либо query, либо keys.");
        }
        int perPage = number(asked, "perPage", 50);
        int page = number(asked, "page", 1);
        if (perPage < 1 || perPage > 1000 || page < 1) {
            problems.put("perPage", "Недопустимое значение.");
        }
        if (!problems.isEmpty()) {
            return TrackerVoice.invalid(problems);
        }
        try {
            return page(
                    base,
                    body.hasNonNull("query")
                            ? issues.matching(Query.of(body.path("query").asText()))
                            : keys(body.path("keys")),
                    perPage,
                    page);
        } catch (QueryRefused refused) {
            return TrackerVoice.error(400, String.valueOf(refused.getMessage()));
        }
    }

    Answer count(JsonNode body) {
        Map<String, String> problems = FORM.problems(body);
        if (!problems.isEmpty() || !body.hasNonNull("query")) {
            problems.putIfAbsent("query", "Поле обязательно для заполнения.");
            return TrackerVoice.invalid(problems);
        }
        try {
            int found = issues.matching(Query.of(body.path("query").asText())).size();
            return Answer.json(200, IntNode.valueOf(found));
        } catch (QueryRefused refused) {
            return TrackerVoice.error(400, String.valueOf(refused.getMessage()));
        }
    }

    private Answer page(URI base, List<String> found, int perPage, int page) {
        ArrayNode rows = Json.array();
        found.stream().skip((long) perPage * (page - 1)).limit(perPage).forEach(key -> issues.get(key)
                .ifPresent(issue -> rows.add(issues.json(base, issues.present(key), issue))));
        int pages = (found.size() + perPage - 1) / perPage;
        return Answer.json(200, rows)
                .with(Map.of(
                        "X-Total-Count", Integer.toString(found.size()), "X-Total-Pages", Integer.toString(pages)));
    }

    private List<String> keys(JsonNode given) {
        List<String> keys = given.isTextual() ? List.of(given.asText()) : Json.texts(given);
        return new LinkedHashSet<>(keys)
                .stream().filter(key -> issues.get(key).isPresent()).toList();
    }

    private static int number(Asked asked, String name, int otherwise) {
        String text = asked.query().getOrDefault(name, Integer.toString(otherwise));
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
