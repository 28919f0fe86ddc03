package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;

/** A value as a problem shows it. */
final class Found {
    private static final int MOST_PARTS = 20;

    private Found() {}

    static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        // Writing out a long list to show its first 80 characters would be waste.
        if (value.size() > MOST_PARTS) {
            return (value.isArray() ? "a list of " : "an object of ") + value.size();
        }
        return value.toString();
    }
}
