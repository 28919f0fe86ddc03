package bactrian.provider.yandextracker;

import bactrian.operation.Reversal;
import bactrian.operation.Undo;
import bactrian.operation.Undo.Impossible;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the fields of an issue back, each to the whole value that was shown before. */
final class IssueReversal implements Reversal {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public Optional<String> never(ObjectNode values) {
        return IssueFields.comment(values)
                ? Optional.of("A comment that was added cannot be taken away.")
                : Optional.empty();
    }

    @Override
    public Undo undo(ObjectNode values, ObjectNode before) {
        Optional<String> never = never(values);
        if (never.isPresent()) {
            return new Impossible(never.get());
        }
        ObjectNode listed = JSON.objectNode();
        ObjectNode others = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : IssueFields.given(values).properties()) {
            Optional<JsonNode> back =
                    Optional.ofNullable(before.get(field.getKey())).flatMap(IssueReversal::form);
            if (back.isEmpty() || field.getKey().equals("summary") && back.get().isNull()) {
                return new Impossible("How to write what was in " + field.getKey() + " is not known.");
            }
            (values.has(field.getKey()) ? listed : others).set(field.getKey(), back.get());
        }
        if (!others.isEmpty()) {
            listed.set(IssueFields.VALUES, others);
        }
        listed.put(BulkChange.NOTIFY, values.path(BulkChange.NOTIFY).asBoolean());
        return new Undo.Steps(List.of(new Undo.Step(YandexTrackerCatalogue.UPDATE, listed)));
    }

    /** A value in the form in which Tracker takes it; empty where that is not known. */
    private static Optional<JsonNode> form(JsonNode shown) {
        if (shown.isArray()) {
            ArrayNode list = JSON.arrayNode();
            for (JsonNode entry : shown) {
                Optional<JsonNode> one = form(entry);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                list.add(one.get());
            }
            return Optional.of(list);
        }
        if (!shown.isObject()) {
            return Optional.of(shown);
        }
        for (String name : List.of("key", "id")) {
            if (shown.hasNonNull(name)) {
                return Optional.of(JSON.objectNode().set(name, shown.get(name)));
            }
        }
        return Optional.empty();
    }
}
