package bactrian.provider.close;

import static bactrian.provider.Schemas.bool;
import static bactrian.provider.Schemas.dateOrDateTime;
import static bactrian.provider.Schemas.oneOf;
import static bactrian.provider.Schemas.optional;
import static bactrian.provider.Schemas.orNull;
import static bactrian.provider.Schemas.string;

import bactrian.operation.Parameter;
import bactrian.operation.Rule;
import bactrian.operation.TargetForm;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** The fields of a task that can be changed. */
final class TaskFields {
    /** The only fields that {@code PUT /task/} changes, whatever its schema lists besides. */
    static final Set<String> BULK = Set.of("assigned_to", "date", "is_complete");

    /** Ids as Close writes them are {@code task_…}; what Close does not know it refuses itself. */
    static final TargetForm ID = TargetForm.of(
            "[A-Za-z0-9_-]+", "task_aRUZXCm9lMb2LwipTPhfFoFbCsUnaoQh1ncQ7WLnjlI", TargetForm.Letters.MATTER);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TaskFields() {}

    static List<Parameter> all() {
        ObjectNode complete = bool();
        complete.putArray("examples").add(JSON.booleanNode(true));
        return List.of(
                optional("assigned_to", string(), "The id of the user the task is assigned to."),
                optional("date", dateOrDateTime(), "When the task is due to be worked on: a date, or a date and time."),
                optional("is_complete", complete, "Whether the task is done."),
                optional("text", string(), "What is to be done; on tasks of type lead only."),
                optional("due_date", dateOrDateTime(), "The latest date, or date and time, for the task."),
                optional("is_dateless", bool(), "Whether the task has no date."),
                optional("priority", oneOf("high", "medium"), "How urgent the task is."),
                optional(
                        "resolution",
                        orNull(oneOf("abandoned", "skipped")),
                        "Why the task was closed without being done; null clears it."),
                optional("contact_id", orNull(string()), "The contact the task is about; null clears it."),
                optional("lead_id", string(), "The lead the task belongs to."),
                optional("agent_config_id", orNull(string()), "The agent configuration of the task; null clears it."),
                optional("created_by", string(), "The id of the user who created the task."),
                optional("organization_id", string(), "The organization the task belongs to."));
    }

    static List<String> names() {
        return all().stream().map(Parameter::name).toList();
    }

    /** Something has to be changed. */
    static final Rule SOMETHING = (values, where) -> values.isEmpty()
            ? List.of(new Rule.Fault(
                    "values", Code.MISSING_VALUE, "nothing to change", "Give at least one field, such as is_complete."))
            : List.of();

    /** A selection can only change what the bulk endpoint changes. */
    static final Rule BULK_FIELDS_BY_WHERE = (values, where) -> where.isEmpty()
            ? List.of()
            : values.propertyStream()
                    .map(field -> field.getKey())
                    .filter(field -> !BULK.contains(field))
                    .map(field -> new Rule.Fault(
                            field,
                            Code.INVALID_VALUE,
                            "cannot be changed by a selection",
                            "Close changes only assigned_to, date and is_complete so; give the tasks by id."))
                    .toList();

    /** Whether one call can change all of these fields for many tasks. */
    static boolean bulk(ObjectNode values) {
        return values.propertyStream().allMatch(field -> BULK.contains(field.getKey()));
    }
}
