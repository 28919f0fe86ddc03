package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What text was read as.
 *
 * @param fault why there is no value, as the end of a sentence that starts with its name; empty where there is one
 */
record Parsed(Optional<JsonNode> value, String fault) {

    static Parsed as(JsonNode value) {
        return new Parsed(Optional.of(value), "");
    }

    static Parsed not(String fault) {
        return new Parsed(Optional.empty(), fault);
    }
}
