package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text of a cell into a value of a shape. */
final class CellText {
    /** Clears a value: the word in which spreadsheets say that there is none. */
    static final String CLEAR = "#N/A";

    private static final Pattern NUMBER =
            Pattern.compile("-?(?:\\d{1,400}(?:\\.\\d{0,400})?|\\.\\d{1,400})(?:[eE][+-]?\\d{1,3})?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ZoneId zone;

    CellText(ZoneId zone) {
        this.zone = zone;
    }

    /** Reads a cell that is not empty. */
    Parsed read(String cell, Shape shape) {
        String bare = cell.strip();
        if (bare.equals(CLEAR)) {
            return Parsed.as(NullNode.instance);
        }
        boolean looksLikeJson = bare.startsWith("[") || bare.startsWith("{");
        if (looksLikeJson && (shape.allows(Kind.LIST) || shape.allows(Kind.OBJECT))) {
            return json(bare, shape);
        }
        return plain(cell, shape).map(Parsed::as).orElseGet(() -> Parsed.not("must be " + shape.description() + "."));
    }

    private Parsed json(String text, Shape shape) {
        Parsed parsed = JsonText.read(text);
        return parsed.value()
                .map(node -> Parsed.as(shape.zoned(node, zone)))
                .orElseGet(() ->
                        Parsed.not("starts with a bracket, so it is read as JSON, and cannot be: " + parsed.fault()));
    }

    private Optional<JsonNode> plain(String cell, Shape shape) {
        List<Kind> kinds = shape.kinds();
        if (shape.allows(Kind.LIST) && cell.indexOf(';') >= 0) {
            kinds = List.of(Kind.LIST);
        }
        for (Kind kind : kinds) {
            Optional<JsonNode> value = plain(cell, kind, shape);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> plain(String cell, Kind kind, Shape shape) {
        String bare = cell.strip();
        return switch (kind) {
            case BOOLEAN -> bool(bare);
            case INTEGER -> number(bare).flatMap(CellText::whole);
            case NUMBER -> number(bare).map(CellText::node);
            case DATE -> Moments.isDate(bare) ? Optional.of(TextNode.valueOf(bare)) : Optional.empty();
            case INSTANT -> Moments.instant(bare, zone).map(TextNode::valueOf);
            case WORD -> Optional.of(TextNode.valueOf(bare));
            case TEXT -> Optional.of(TextNode.valueOf(cell));
            case LIST -> list(cell, shape.items().orElse(Shape.OPEN));
            case OBJECT -> Optional.empty();
        };
    }

    private static Optional<JsonNode> bool(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Optional.of(BooleanNode.TRUE);
            case "false", "0", "no" -> Optional.of(BooleanNode.FALSE);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<JsonNode> whole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0
                ? Optional.of(node(number.setScale(0)))
                : Optional.empty();
    }

    private static JsonNode node(BigDecimal written) {
        BigDecimal number = written.stripTrailingZeros();
        if (number.scale() > 0) {
            return JSON.numberNode(number);
        }
        var whole = number.toBigInteger();
        if (whole.bitLength() < Integer.SIZE) {
            return JSON.numberNode(whole.intValue());
        }
        return whole.bitLength() < Long.SIZE ? JSON.numberNode(whole.longValue()) : JSON.numberNode(whole);
    }

    /** Parts are separated by semicolons; spaces around them and empty parts mean nothing. */
    private Optional<JsonNode> list(String cell, Shape items) {
        List<JsonNode> values = new ArrayList<>();
        for (String part : cell.split(";")) {
            if (!part.isBlank()) {
                Optional<JsonNode> value = plain(part.strip(), items);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.add(value.get());
            }
        }
        ArrayNode list = JSON.arrayNode();
        list.addAll(values);
        return Optional.of(list);
    }
}
