package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Values that stand for something else: a priority, a type, a user. Given as text, or by id, key or name. */
final class Reference {

    private static final Set<String> FIELDS = Set.of(
            "status", "priority", "type", "assignee", "author", "followers", "sprint", "components", "parent", "queue");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("trivial", "Незначительный"),
            Map.entry("minor", "Низкий"),
            Map.entry("normal", "Средний"),
            Map.entry("critical", "Критичный"),
            Map.entry("blocker", "Блокер"),
            Map.entry("bug", "Ошибка"),
            Map.entry("task", "Задача"),
            Map.entry("open", "Открыт"),
            Map.entry("inProgress", "В работе"),
            Map.entry("needInfo", "Требуется информация"),
            Map.entry("resolved", "Решен"),
            Map.entry("closed", "Закрыт"));

    private Reference() {}

    static boolean isField(String field) {
        return FIELDS.contains(field);
    }

    /** As Tracker gives it back: id, key and display. */
    static JsonNode of(String field, JsonNode given) {
        if (!isField(field) || given.isNull() || given.isArray()) {
            return given;
        }
        String text = text(given);
        String key = NAMES.entrySet().stream()
                .filter(name -> Text.lower(name.getValue()).equals(Text.lower(text)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
        return Json.object().put("id", key).put("key", key).put("display", NAMES.getOrDefault(key, key));
    }

    /** Whatever it is known by. */
    static String text(JsonNode given) {
        for (String by : new String[] {"key", "id", "name", "display", "login"}) {
            if (given.hasNonNull(by)) {
                return given.path(by).asText();
            }
        }
        return given.asText();
    }

    /** Nothing that begins with {@code missing} exists. */
    static boolean exists(JsonNode given) {
        return !text(given).startsWith("missing");
    }
}
