package bactrian.provider.close;

import bactrian.provider.Schemas;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The {@code s_query} by which a bulk edit selects: Close's advanced filtering, whose parts only Close knows. */
final class LeadQuery {
    private LeadQuery() {}

    static ObjectNode schema() {
        return Schemas.shown(Schemas.object().put("minProperties", 1), example());
    }

    /** Leads whose name contains the words “ACME Inc.”, as in Close's own sample. */
    private static ObjectNode example() {
        ObjectNode query = JsonNodeFactory.instance.objectNode().put("type", "and");
        ArrayNode parts = query.putArray("queries");
        parts.addObject().put("type", "object_type").put("object_type", "lead");
        ObjectNode name = parts.addObject().put("type", "field_condition");
        name.putObject("field")
                .put("type", "regular_field")
                .put("object_type", "lead")
                .put("field_name", "name");
        name.putObject("condition")
                .put("type", "text")
                .put("mode", "full_words")
                .put("value", "ACME Inc.");
        return query;
    }
}
