package bactrian.provider.close;

import bactrian.operation.Reversal;
import bactrian.operation.Undo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the fields of a task back. A field that was empty can be emptied only where Close takes null for it. */
final class TaskReversal implements Reversal {
    private static final Set<String> EMPTIABLE = Set.of("resolution", "contact_id", "agent_config_id");

    @Override
    public Optional<String> never(ObjectNode values) {
        return Optional.empty();
    }

    @Override
    public Undo undo(ObjectNode values, ObjectNode before) {
        ObjectNode back = JsonNodeFactory.instance.objectNode();
        for (String field : (Iterable<String>) values::fieldNames) {
            JsonNode was = before.path(field);
            if (was.isMissingNode() || was.isNull() && !EMPTIABLE.contains(field)) {
                return new Undo.Impossible(field + " was empty, and Close does not empty it.");
            }
            back.set(field, was);
        }
        return new Undo.Steps(List.of(new Undo.Step(CloseCatalogue.UPDATE_TASKS, back)));
    }
}
