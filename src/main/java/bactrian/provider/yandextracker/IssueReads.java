package bactrian.provider.yandextracker;

import bactrian.operation.Change;
import bactrian.provider.Reads;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads issues by {@code POST /issues/_search}, by keys or by a query. A moved issue is known by its old keys, too. */
final class IssueReads implements Reads {
    private static final int PAGE = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public int most() {
        return PAGE;
    }

    @Override
    public Request ask(List<String> targets) {
        ObjectNode body = JSON.objectNode();
        targets.forEach(body.putArray("keys")::add);
        return Request.post("/issues/_search?perPage=" + PAGE, body.toString());
    }

    @Override
    public Optional<Request> list(Change change, int page) {
        return change.where()
                .map(query -> Request.post(
                        "/issues/_search?perPage=" + PAGE + "&page=" + (page + 1),
                        JSON.objectNode().set("query", query).toString()));
    }

    @Override
    public Optional<Page> read(Reply reply) {
        if (!reply.successful()) {
            return Optional.empty();
        }
        return listed(reply).map(found -> {
            Map<String, ObjectNode> issues = new LinkedHashMap<>();
            found.forEach(issue -> {
                if (issue instanceof ObjectNode one && one.path("key").isTextual()) {
                    one.path("aliases").forEach(key -> issues.put(key.asText(), one));
                    issues.put(one.path("key").textValue(), one);
                }
            });
            return new Page(issues, found.size() == PAGE);
        });
    }

    /** A list of objects: what something in between answers is not taken for the word of Tracker. */
    static Optional<JsonNode> listed(Reply reply) {
        return reply.json().filter(list -> list.isArray() && list.valueStream().allMatch(JsonNode::isObject));
    }

    @Override
    public ObjectNode kept(Change change, ObjectNode present) {
        ObjectNode kept = JSON.objectNode();
        IssueFields.given(change.values())
                .fieldNames()
                .forEachRemaining(name -> kept.set(name, Reads.value(present, name)));
        if (!change.operation().equals(YandexTrackerCatalogue.UPDATE)) {
            kept.set("status", Reads.value(present, "status"));
            kept.set("queue", Reads.value(present, "queue"));
        }
        return kept;
    }

    @Override
    public Expected expected(Change change, ObjectNode before) {
        ObjectNode after = JSON.objectNode();
        boolean all = true;
        for (Map.Entry<String, JsonNode> field :
                IssueFields.given(change.values()).properties()) {
            Optional<JsonNode> value = FieldEffects.of(field.getKey(), field.getValue(), before);
            value.ifPresent(known -> after.set(field.getKey(), known));
            all &= value.isPresent();
        }
        return switch (change.operation()) {
            case YandexTrackerCatalogue.UPDATE -> new Expected(after, all ? Extent.ALL : Extent.A_PART);
            case YandexTrackerCatalogue.MOVE -> {
                after.putObject("queue").set("key", change.values().path(BulkChange.QUEUE));
                boolean more = change.values().path(BulkChange.INITIAL_STATUS).asBoolean();
                yield new Expected(after, all && !more ? Extent.ALL : Extent.A_PART);
            }
            // The status a transition leads to is the queue's own affair.
            default -> new Expected(after, Extent.A_PART);
        };
    }

    @Override
    public boolean same(String field, JsonNode one, JsonNode other) {
        return FieldEffects.same(one, other);
    }
}
