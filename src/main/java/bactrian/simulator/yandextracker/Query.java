package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Text;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small part of Tracker's query language: {@code "Queue": "TEST" AND ("Status": open, closed OR Summary: !Test)}. Fields
 * Queue, Key, Summary, Status, Priority, Type, Assignee, Tags; {@code AND}, {@code OR}, brackets, lists, {@code !},
 * {@code empty()}, {@code notEmpty()}. Two conditions side by side mean {@code AND}. Everything else is refused.
 */
final class Query {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:\"([^\"]*)\"|([():,!])|([^\\s\"():,!]+(?:\\(\\))?))");
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("queue", "queue"),
            Map.entry("очередь", "queue"),
            Map.entry("key", "key"),
            Map.entry("ключ", "key"),
            Map.entry("summary", "summary"),
            Map.entry("задача", "summary"),
            Map.entry("status", "status"),
            Map.entry("статус", "status"),
            Map.entry("priority", "priority"),
            Map.entry("приоритет", "priority"),
            Map.entry("type", "type"),
            Map.entry("тип", "type"),
            Map.entry("assignee", "assignee"),
            Map.entry("исполнитель", "assignee"),
            Map.entry("tags", "tags"),
            Map.entry("теги", "tags"));

    private interface Condition {
        boolean holds(String key, Values issue);
    }

    private final List<String> tokens;
    private int next;
    private final Condition condition;

    private Query(List<String> tokens) throws QueryRefused {
        this.tokens = tokens;
        this.condition = either();
        if (next < tokens.size()) {
            throw new QueryRefused("Не удалось разобрать запрос около: " + tokens.get(next));
        }
    }

    static Query of(String text) throws QueryRefused {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text.strip());
        int end = 0;
        while (token.lookingAt()) {
            tokens.add(
                    token.group(1) != null
                            ? "\"" + token.group(1)
                            : token.group().strip());
            end = token.end();
            token.region(end, text.strip().length());
        }
        if (end < text.strip().length() || tokens.isEmpty()) {
            throw new QueryRefused("Не удалось разобрать запрос.");
        }
        return new Query(tokens);
    }

    boolean matches(String key, Values issue) {
        return condition.holds(key, issue);
    }

    private Condition either() throws QueryRefused {
        Condition left = both();
        while (taken("OR")) {
            Condition before = left;
            Condition after = both();
            left = (key, issue) -> before.holds(key, issue) || after.holds(key, issue);
        }
        return left;
    }

    private Condition both() throws QueryRefused {
        Condition left = single();
        while (taken("AND") || (next < tokens.size() && !List.of("OR", ")").contains(tokens.get(next)))) {
            Condition before = left;
            Condition after = single();
            left = (key, issue) -> before.holds(key, issue) && after.holds(key, issue);
        }
        return left;
    }

    private Condition single() throws QueryRefused {
        if (taken("(")) {
            Condition inner = either();
            expect(")");
            return inner;
        }
        String name = word();
        String field = FIELDS.get(Text.lower(name));
        if (field == null) {
            throw new QueryRefused("Поле " + name + " не существует.");
        }
        expect(":");
        boolean not = taken("!");
        List<String> wanted = new ArrayList<>(List.of(word()));
        while (taken(",")) {
            taken("!");
            wanted.add(word());
        }
        return (key, issue) -> not != wanted.stream().anyMatch(value -> is(field, value, key, issue));
    }

    private static boolean is(String field, String wanted, String key, Values issue) {
        JsonNode value = issue.get(field);
        String lower = Text.lower(wanted);
        return switch (field) {
            case "queue" -> Text.lower(Keys.queue(key)).equals(lower);
            case "key" -> Text.lower(key).equals(lower);
            case "summary" -> Text.lower(value.asText()).contains(lower);
            default ->
                switch (lower) {
                    case "empty()" -> value.isNull() || (value.isArray() && value.isEmpty());
                    case "notempty()" -> !value.isNull() && !(value.isArray() && value.isEmpty());
                    default -> named(value, lower);
                };
        };
    }

    private static boolean named(JsonNode value, String lower) {
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (named(element, lower)) {
                    return true;
                }
            }
            return false;
        }
        return Text.lower(Reference.text(value)).equals(lower)
                || Text.lower(value.path("display").asText()).equals(lower);
    }

    private String word() throws QueryRefused {
        if (next >= tokens.size() || tokens.get(next).matches("[():,!]")) {
            throw new QueryRefused("Не удалось разобрать запрос: не хватает значения.");
        }
        String token = tokens.get(next++);
        return token.startsWith("\"") ? token.substring(1) : token;
    }

    private boolean taken(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equalsIgnoreCase(token);
        if (there) {
            next++;
        }
        return there;
    }

    private void expect(String token) throws QueryRefused {
        if (!taken(token)) {
            throw new QueryRefused("Не удалось разобрать запрос: ожидается " + token);
        }
    }
}
