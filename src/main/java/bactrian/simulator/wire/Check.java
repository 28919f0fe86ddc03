package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What one field of a request may hold. */
public interface Check {

    Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Why the value will not do; empty when it will. */
    Optional<String> problem(JsonNode value);

    /** This, or JSON null. */
    default Check orNull() {
        return value -> value.isNull() ? Optional.empty() : problem(value);
    }

    /** An array of these. */
    default Check each() {
        return value -> {
            if (!value.isArray()) {
                return Optional.of("Not a valid list.");
            }
            for (JsonNode element : value) {
                Optional<String> problem = problem(element);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        };
    }

    /** A text. */
    static Check text() {
        return that(JsonNode::isTextual, "Not a valid string.");
    }

    /** {@code true} or {@code false}. */
    static Check truth() {
        return that(JsonNode::isBoolean, "Not a valid boolean.");
    }

    /** A number. */
    static Check number() {
        return that(JsonNode::isNumber, "Not a valid number.");
    }

    /** A whole number from zero up. */
    static Check count() {
        return that(value -> value.isIntegralNumber() && value.asLong() >= 0, "Not a valid integer.");
    }

    /** A UUID. */
    static Check uuid() {
        return value -> value.isTextual() && UUID.matcher(value.textValue()).matches()
                ? Optional.empty()
                : Optional.of("The value '" + value.asText() + "' is not a valid id.");
    }

    /** A date with a time and a zone (RFC 3339). */
    static Check dateTime() {
        return that(value -> value.isTextual() && parses(OffsetDateTime::parse, value), "Not a valid date-time.");
    }

    /** A date, or a date with a time and a zone. */
    static Check dateOrDateTime() {
        return that(
                value -> value.isTextual() && (parses(LocalDate::parse, value) || parses(OffsetDateTime::parse, value)),
                "Not a valid date or date-time.");
    }

    /** One of these texts. */
    static Check oneOf(List<String> texts) {
        return that(
                value -> value.isTextual() && texts.contains(value.textValue()),
                "Not a valid choice. Must be one of: " + String.join(", ", texts) + ".");
    }

    /** A JSON object. */
    static Check object() {
        return that(JsonNode::isObject, "Not a valid object.");
    }

    /** Anything, null too. */
    static Check anything() {
        return value -> Optional.empty();
    }

    /** A value for which this holds. */
    static Check that(Predicate<JsonNode> holds, String otherwise) {
        return value -> holds.test(value) ? Optional.empty() : Optional.of(otherwise);
    }

    private static boolean parses(Function<CharSequence, ?> parser, JsonNode value) {
        try {
            parser.apply(value.textValue());
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
