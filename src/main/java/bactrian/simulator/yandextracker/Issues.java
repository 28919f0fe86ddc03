package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Journal;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Shelf;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The issues of the organization. A moved issue answers to its old key too. */
final class Issues {

    private static final int FIRST_MOVED = 1_000_001;
    private static final Values UNTOUCHED = Values.of(untouched());

    private final Shelf shelf;
    private final Map<String, String> moved = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Issues(Journal journal) {
        this.shelf = new Shelf(key -> Keys.exists(key) ? Optional.of(UNTOUCHED) : Optional.empty(), journal);
    }

    /** The key an issue has now. */
    String present(String key) {
        String now = key;
        for (String next = moved.get(now); next != null; next = moved.get(now)) {
            now = next;
        }
        return now;
    }

    Optional<Values> get(String key) {
        return shelf.get(present(key));
    }

    void put(long request, String key, Values values) {
        shelf.put(request, present(key), values);
    }

    void seed(String key, JsonNode issue) {
        shelf.seed(key, new Edit(issue).on(UNTOUCHED));
    }

    /** Gives an issue the next key of another queue, and that key. */
    String move(long request, String key, String queue, Values values) {
        String old = present(key);
        int number = numbers.merge(queue, FIRST_MOVED, (before, first) -> before + 1);
        String fresh = queue + "-" + number;
        shelf.remove(request, old);
        moved.put(old, fresh);
        shelf.put(request, fresh, values);
        return fresh;
    }

    /** Everything seeded or changed for which the query holds. */
    List<String> matching(Query query) {
        Stream<Map.Entry<String, Values>> known = shelf.known();
        return new ArrayList<>(known.filter(issue -> query.matches(issue.getKey(), issue.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    ObjectNode json(URI base, String key, Values values) {
        ObjectNode json = Json.object().put("self", base + "/issues/" + key).put("key", key);
        json.setAll(values.json());
        List<String> aliases = moved.entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(old -> present(old).equals(key))
                .sorted()
                .toList();
        if (!aliases.isEmpty()) {
            json.set("aliases", Json.texts(aliases));
        }
        json.putObject("queue").put("key", Keys.queue(key)).put("display", Keys.queue(key));
        return json;
    }

    private static ObjectNode untouched() {
        ObjectNode issue = Json.object().put("summary", "Untouched").put("version", 1);
        for (String field : List.of("status", "priority", "type")) {
            String key = Map.of("status", "open", "priority", "normal").getOrDefault(field, "task");
            issue.set(field, Reference.of(field, Json.text(key)));
        }
        issue.putArray("tags");
        issue.putArray("followers");
        return issue;
    }
}
