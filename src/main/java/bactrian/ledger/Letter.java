package bactrian.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A message apart from what it says: what is needed to answer it, and to hand it on whole.
 *
 * @param kind {@code text} or {@code bytes}
 * @param replyTo where its sender wants the answer, for example {@code queue://answers}
 * @param correlation what the answer is to be marked with
 * @param properties its own properties: texts, numbers, truth values
 */
public record Letter(String kind, Optional<String> replyTo, Optional<String> correlation, ObjectNode properties) {

    String toJson() {
        ObjectNode all = properties.objectNode().put("kind", kind);
        replyTo.ifPresent(text -> all.put("replyTo", text));
        correlation.ifPresent(text -> all.put("correlation", text));
        all.set("properties", properties);
        return Json.write(all);
    }

    static Letter ofJson(String json) {
        ObjectNode all = Json.object(json);
        return new Letter(
                all.path("kind").asText(),
                Optional.ofNullable(all.get("replyTo")).map(node -> node.asText()),
                Optional.ofNullable(all.get("correlation")).map(node -> node.asText()),
                all.withObject("properties"));
    }
}
