package bactrian.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Edits of one operation that cannot be undone.
 *
 * @param why a sentence for people
 */
public record Irreversible(String provider, String operation, long edits, String why) {

    /** For people, to be said before anything is applied. */
    public String sentence() {
        return (edits == 1 ? "1 edit" : edits + " edits") + " of " + provider + " " + operation + " cannot be undone: "
                + why;
    }

    /** As {@link #json} wrote it. */
    public static Irreversible of(JsonNode json) {
        return new Irreversible(
                json.path("provider").asText(),
                json.path("operation").asText(),
                json.path("edits").asLong(),
                json.path("why").asText());
    }

    /** {@code provider}, {@code operation}, {@code edits}, {@code why}. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("provider", provider)
                .put("operation", operation)
                .put("edits", edits)
                .put("why", why);
    }
}
