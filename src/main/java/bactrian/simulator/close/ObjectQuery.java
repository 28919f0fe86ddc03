package bactrian.simulator.close;

import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Text;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A small part of Close's {@code s_query} language: {@code and}, {@code or}, {@code object_type}, {@code id},
 * {@code match_all}, {@code field_condition} with the conditions {@code text}, {@code term}, {@code reference},
 * {@code boolean} and {@code exists}, and {@code negate} on each. Everything else is refused.
 */
final class ObjectQuery {

    private final Set<String> types = new LinkedHashSet<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Predicate<Map.Entry<String, Values>> matches;

    private ObjectQuery(JsonNode query) throws QueryRefused {
        this.matches = parse(query);
    }

    static ObjectQuery of(JsonNode query) throws QueryRefused {
        ObjectQuery parsed = new ObjectQuery(query);
        if (parsed.types.size() > 1) {
            throw new QueryRefused("s_query must be about one object type, not " + parsed.types);
        }
        return parsed;
    }

    /** The type of the objects it selects; leads unless it says otherwise. */
    String type() {
        return types.stream().findFirst().orElse("lead");
    }

    /** The ids it names, known or not. */
    Set<String> ids() {
        return ids;
    }

    boolean matches(Map.Entry<String, Values> object) {
        return object.getValue().text("object_type").equals(type()) && matches.test(object);
    }

    private Predicate<Map.Entry<String, Values>> parse(JsonNode query) throws QueryRefused {
        Predicate<Map.Entry<String, Values>> parsed =
                switch (query.path("type").asText()) {
                    case "and" -> all(query.path("queries"));
                    case "or" -> any(query.path("queries"));
                    case "match_all" -> object -> true;
                    case "id" -> id(query.path("value").asText());
                    case "object_type" -> type(query.path("object_type").asText());
                    case "field_condition" -> condition(query);
                    default -> throw new QueryRefused("s_query type is not supported: " + query.path("type"));
                };
        return query.path("negate").asBoolean(false) ? parsed.negate() : parsed;
    }

    private Predicate<Map.Entry<String, Values>> all(JsonNode queries) throws QueryRefused {
        Predicate<Map.Entry<String, Values>> all = object -> true;
        for (JsonNode query : queries) {
            all = all.and(parse(query));
        }
        return all;
    }

    private Predicate<Map.Entry<String, Values>> any(JsonNode queries) throws QueryRefused {
        Predicate<Map.Entry<String, Values>> any = object -> false;
        for (JsonNode query : queries) {
            any = any.or(parse(query));
        }
        return any;
    }

    private Predicate<Map.Entry<String, Values>> id(String id) {
        ids.add(id);
        return object -> object.getKey().equals(id);
    }

    private Predicate<Map.Entry<String, Values>> type(String type) {
        types.add(type);
        return object -> true; // which type is asked for is settled before any object is looked at
    }

    private static Predicate<Map.Entry<String, Values>> condition(JsonNode query) throws QueryRefused {
        String field = field(query.path("field"));
        Predicate<JsonNode> holds = condition(
                query.path("condition"), query.path("condition").path("type").asText());
        return object -> holds.test(object.getValue().get(field));
    }

    static String field(JsonNode field) throws QueryRefused {
        return switch (field.path("type").asText()) {
            case "regular_field" -> field.path("field_name").asText();
            case "custom_field" -> "custom." + field.path("custom_field_id").asText();
            default -> throw new QueryRefused("s_query field is not supported: " + field);
        };
    }

    private static Predicate<JsonNode> condition(JsonNode condition, String type) throws QueryRefused {
        return switch (type) {
            case "text" ->
                text(condition.path("value").asText(), condition.path("mode").asText());
            case "term" -> oneOf(Json.texts(condition.path("values")));
            case "reference" -> oneOf(Json.texts(condition.path("object_ids")));
            case "boolean" ->
                value -> value.asBoolean() == condition.path("value").asBoolean();
            case "exists" -> value -> !value.isNull();
            default -> throw new QueryRefused("s_query condition is not supported: " + condition);
        };
    }

    private static Predicate<JsonNode> oneOf(List<String> texts) {
        return value -> texts.contains(value.asText());
    }

    private static Predicate<JsonNode> text(String wanted, String mode) throws QueryRefused {
        String lower = Text.lower(wanted);
        return switch (mode) {
            case "full_words" -> value -> words(value).containsAll(Arrays.asList(lower.split("\\s+")));
            case "phrase" -> value -> Text.lower(value.asText()).contains(lower);
            case "exact_value" -> value -> value.asText().equals(wanted);
            case "beginning_of_words" -> value -> words(value).stream().anyMatch(word -> word.startsWith(lower));
            default -> throw new QueryRefused("s_query text mode is not supported: " + mode);
        };
    }

    private static List<String> words(JsonNode value) {
        return Arrays.asList(Text.lower(value.asText()).split("\\s+"));
    }
}
