package bactrian.provider.yandextracker;

import static bactrian.provider.Schemas.object;
import static bactrian.provider.Schemas.optional;
import static bactrian.provider.Schemas.string;

import bactrian.operation.Parameter;
import bactrian.operation.Rule;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of an issue. Those listed are the ones most queues have; any other can be given in {@code values}. */
final class IssueFields {
    /** The parameter for fields that are not listed. */
    static final String VALUES = "values";

    private static final String COMMENT = "comment";

    private IssueFields() {}

    static List<Parameter> all() {
        ObjectNode priority = ValueForms.reference();
        priority.putArray("examples").addObject().put("key", "critical");
        return List.of(
                optional("summary", string(), "The issue's title."),
                optional("description", ValueForms.text(), "The issue's description; null clears it."),
                optional("type", ValueForms.reference(), "The type, for example task or {\"key\": \"bug\"}."),
                optional("priority", priority, "The priority, for example {\"key\": \"critical\"}."),
                optional("assignee", ValueForms.reference(), "The login or id of the assignee; null clears it."),
                optional("followers", ValueForms.references(), "Logins or ids; add and remove leave the others."),
                optional("tags", ValueForms.texts(), "Tags; add and remove leave the others."),
                optional("parent", ValueForms.reference(), "The key of the parent issue; null clears it."),
                optional("sprint", ValueForms.references(), "Ids of sprints."),
                optional("project", ValueForms.project(), "The project: its id, or primary and secondary ones."),
                optional("components", ValueForms.references(), "Ids or names of components."),
                optional("fixVersions", ValueForms.references(), "The versions in which it is fixed."),
                optional("affectedVersions", ValueForms.references(), "The versions it is found in."),
                optional("epic", ValueForms.reference(), "The key of the epic; null clears it."),
                optional("start", ValueForms.day(), "The first day of work; null clears it."),
                optional("end", ValueForms.day(), "The last day of work; null clears it."),
                optional("deadline", ValueForms.day(), "The deadline; null clears it."),
                optional("dueDate", ValueForms.day(), "The due date, in queues that have it; null clears it."),
                optional("storyPoints", ValueForms.number(), "Story points; null clears them."),
                optional("originalEstimation", ValueForms.text(), "The first estimate, as an ISO 8601 duration."),
                optional("estimation", ValueForms.text(), "What is left to do, as an ISO 8601 duration."),
                comment(),
                others());
    }

    /** What a transition mostly sets besides the status. */
    static List<Parameter> ofTransition() {
        return List.of(
                optional("resolution", ValueForms.reference(), "The resolution, for example fixed."),
                comment(),
                others());
    }

    static Parameter others() {
        return optional(VALUES, object(), "Fields that are not listed here, by their keys.");
    }

    private static Parameter comment() {
        return optional(COMMENT, string(), "A comment that is added to each issue.");
    }

    /** Something has to be changed. */
    static final Rule SOMETHING = (values, where) -> given(values).isEmpty()
            ? List.of(new Rule.Fault(
                    VALUES, Code.MISSING_VALUE, "nothing to change", "Give at least one field, such as priority."))
            : List.of();

    /** What Tracker would not do, and what says two things at once. */
    static final Rule SOUND = (values, where) -> values.path(VALUES)
            .propertyStream()
            .map(Map.Entry::getKey)
            .flatMap(field -> fault(field, values))
            .toList();

    private static Stream<Rule.Fault> fault(String field, ObjectNode values) {
        if (field.equals("status")) {
            return Stream.of(new Rule.Fault(
                    VALUES, Code.INVALID_VALUE, "the status cannot be set", "Use the operation transition."));
        }
        return !field.equals(VALUES) && values.has(field)
                ? Stream.of(new Rule.Fault(
                        VALUES, Code.INVALID_VALUE, "gives '" + field + "' a second time", "Leave one of them out."))
                : Stream.empty();
    }

    /** The fields as Tracker takes them, side by side: those listed and the others, without the call's own settings. */
    static ObjectNode given(ObjectNode values) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        values.properties().stream()
                .filter(value -> !BulkChange.SETTINGS.contains(value.getKey()))
                .filter(value -> !value.getKey().equals(VALUES))
                .forEach(value -> fields.set(value.getKey(), value.getValue()));
        values.path(VALUES).properties().forEach(value -> fields.set(value.getKey(), value.getValue()));
        return fields;
    }

    /** Whether the fields, changed a second time, are left as the first time left them. */
    static boolean converge(ObjectNode values) {
        return !comment(values) && given(values).propertyStream().noneMatch(field -> replaces(field.getValue()));
    }

    /** Whether a comment is added. */
    static boolean comment(ObjectNode values) {
        return given(values).hasNonNull(COMMENT);
    }

    private static boolean replaces(JsonNode value) {
        return value.has(ValueForms.REPLACE) || value.valueStream().anyMatch(IssueFields::replaces);
    }
}
