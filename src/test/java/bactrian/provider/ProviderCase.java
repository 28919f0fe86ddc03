package bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Call;
import bactrian.operation.Change;
import bactrian.operation.Operation;
import bactrian.operation.Pursuit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One case of a case file, for one operation: what the user gave, and what is expected of it.
 *
 * @param label file, operation and name
 * @param given the case's own fields over those of the file's {@code call}
 */
record ProviderCase(String label, Operation operation, ObjectNode given) {
    private static final Set<String> CALL = Set.of("values", "ids", "where", "options", "repeats");

    /** The case of one operation, with what it leaves out taken from the file or the operation's own example. */
    static ProviderCase of(String file, Operation operation, JsonNode shared, JsonNode own, Set<String> fields) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        if (operation.selectors().contains(Operation.Selector.IDS) && !own.has("where") && !shared.has("where")) {
            given.putArray("ids").add(operation.targetForm().example());
        }
        given.set("values", operation.example());
        shared.properties().forEach(field -> given.set(field.getKey(), field.getValue()));
        own.properties().forEach(field -> given.set(field.getKey(), field.getValue()));
        String label =
                file + " · " + operation.name() + " · " + own.path("name").asText("(no name)");
        assertThat(given.fieldNames())
                .toIterable()
                .as(label + ": fields of a case")
                .allMatch(field -> field.equals("name") || CALL.contains(field) || fields.contains(field));
        return new ProviderCase(label, operation, given);
    }

    boolean isOf(Operation other) {
        return operation.name().equals(other.name());
    }

    /** The values as a user gives them, before defaults are filled in. */
    ObjectNode values() {
        return (ObjectNode) given.path("values");
    }

    Optional<JsonNode> where() {
        return Optional.ofNullable(given.get("where"));
    }

    /** The connection's own settings. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        given.path("options").properties().forEach(option -> options.put(option.getKey(), text(option)));
        return options;
    }

    /** The call as the planner makes it: defaults filled in, keys in the order of the catalogue. */
    Call call() {
        Change change = new Change(
                operation.provider(),
                operation.provider(),
                operation.name(),
                Checked.filledIn(operation, values()),
                where());
        List<String> ids = new ArrayList<>();
        if (where().isEmpty()) {
            given.path("ids").forEach(id -> ids.add(operation.targetForm().canonical(id.asText())));
        }
        return new Call(
                "20261122T022055Z-case-0000",
                1,
                change,
                ids,
                given.path("repeats").asInt(0));
    }

    /** The same call, with its answer lost. */
    LostCall lost() {
        List<Pursuit> others = new ArrayList<>();
        given.path("others").forEach(other -> others.add(pursuit(other)));
        return new LostCall(call(), Instant.parse(given.path("sent").asText("2026-11-22T02:20:55Z")), others);
    }

    Reply reply() {
        JsonNode reply = given.path("reply");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        reply.path("headers").properties().forEach(header -> headers.put(header.getKey(), List.of(text(header))));
        JsonNode body = reply.path("body");
        return new Reply(
                reply.path("status").asInt(),
                headers,
                body.isMissingNode() ? "" : body.isTextual() ? body.textValue() : body.toString());
    }

    Optional<Pursuit> pursuit() {
        return Optional.ofNullable(given.get("pursuit")).map(ProviderCase::pursuit);
    }

    /** How long the call has been followed. */
    Duration age() {
        return Duration.parse(given.path("age").asText("PT0S"));
    }

    JsonNode expected(String field) {
        assertThat(given.has(field)).as(label + ": has " + field).isTrue();
        return given.get(field);
    }

    @Override
    public String toString() {
        return label;
    }

    static Pursuit pursuit(JsonNode written) {
        return new Pursuit(
                written.path("step").asText(),
                written.has("notes") ? (ObjectNode) written.get("notes") : JsonNodeFactory.instance.objectNode());
    }

    private static String text(Map.Entry<String, JsonNode> field) {
        return field.getValue().asText();
    }
}
