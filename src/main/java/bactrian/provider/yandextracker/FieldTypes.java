package bactrian.provider.yandextracker;

import bactrian.operation.Connection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The types of an account's own fields, as its connection names them: {@code fields.<field>=number}. A text that came
 * from a CSV cell is given its type; what is no number stays a text, and Tracker says so.
 */
final class FieldTypes {
    static final String SETTING = "fields.";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Connection connection;

    FieldTypes(Connection connection) {
        this.connection = connection;
    }

    ObjectNode applied(ObjectNode fields) {
        ObjectNode typed = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            String type = connection.option(SETTING + field.getKey()).orElse("string");
            typed.set(field.getKey(), field.getValue().isTextual() ? typed(type, field.getValue()) : field.getValue());
        }
        return typed;
    }

    private static JsonNode typed(String type, JsonNode text) {
        return switch (type) {
            case "number" -> number(text);
            case "boolean" -> truth(text);
            default -> text;
        };
    }

    private static JsonNode truth(JsonNode text) {
        String word = text.textValue().strip();
        boolean yes = word.equalsIgnoreCase("true") || word.equals("1") || word.equalsIgnoreCase("yes");
        boolean no = word.equalsIgnoreCase("false") || word.equals("0") || word.equalsIgnoreCase("no");
        return yes || no ? JSON.booleanNode(yes) : text;
    }

    private static JsonNode number(JsonNode text) {
        try {
            return JSON.numberNode(new BigDecimal(text.textValue().strip()));
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }
}
