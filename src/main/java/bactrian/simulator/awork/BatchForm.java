package bactrian.simulator.awork;

import bactrian.simulator.wire.Check;
import bactrian.simulator.wire.Form;
import bactrian.simulator.wire.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a batch operation: one for all fourteen, nothing else in it, and what each of them needs. */
final class BatchForm {

    private static final Form TAG = new Form(Map.of(
            "name", Check.that(name -> name.isTextual() && name.textValue().length() <= 255, "Not a valid name."),
            "color",
                    Check.oneOf(List.of(
                                    "red", "coral", "yellow", "green", "teal", "arctic", "blue", "azure", "purple",
                                    "violet"))
                            .orNull()));
    private static final Form MAPPING = new Form(Map.of("oldStatusId", existing(), "newStatusId", existing()));
    private static final Form PLANNER = new Form(Map.of(
            "referenceTaskId", Check.uuid(),
            "targetStartDate", Check.dateTime().orNull(),
            "targetEndDate", Check.dateTime().orNull(),
            "targetLaneOrder",
                    Check.that(JsonNode::isInt, "Not a valid integer.").orNull(),
            "setDates", Check.truth(),
            "moveType",
                    Check.oneOf(List.of(
                            "DateOnly",
                            "LaneOnly",
                            "DateAndLane",
                            "AssigneeChange",
                            "AssigneeAndLane",
                            "AssigneeAndDate"))));
    private static final Form WHOLE = new Form(Map.ofEntries(
            Map.entry("taskIds", Check.uuid().each()),
            Map.entry("newTaskListId", existing().orNull()),
            Map.entry("removeFromCurrentList", Check.truth().orNull()),
            Map.entry("newProjectId", existing().orNull()),
            Map.entry("newParentTaskId", existing().orNull()),
            Map.entry(
                    "taskStatusMapping",
                    inside(MAPPING, "oldStatusId", "newStatusId").each().orNull()),
            Map.entry("newTaskStatusId", existing().orNull()),
            Map.entry("newDueDate", Check.dateTime().orNull()),
            Map.entry("newStartDate", Check.dateTime().orNull()),
            Map.entry("removeDueDate", Check.truth().orNull()),
            Map.entry("removeStartDate", Check.truth().orNull()),
            Map.entry("tags", inside(TAG, "name").each().orNull()),
            Map.entry("deleteTimeTrackings", Check.truth().orNull()),
            Map.entry("newTypeOfWorkId", existing().orNull()),
            Map.entry("changeTimeEntries", Check.truth().orNull()),
            Map.entry("userIds", existing().each().orNull()),
            Map.entry("removeOldAssignments", Check.truth().orNull()),
            Map.entry("isPrio", Check.truth().orNull()),
            Map.entry("daysOffset", Check.number().orNull()),
            Map.entry("adjustSuccessors", Check.truth().orNull()),
            Map.entry("adjustSubtasks", Check.truth().orNull()),
            Map.entry("plannerData", inside(PLANNER, "referenceTaskId").orNull())));

    /** What each operation cannot do without. */
    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("movetoproject", List.of("newProjectId")),
            Map.entry("movetotasklist", List.of("newTaskListId")),
            Map.entry("moveundertask", List.of("newParentTaskId")),
            Map.entry("setdates", List.of("removeDueDate", "removeStartDate")),
            Map.entry("adjustdates", List.of("daysOffset")),
            Map.entry("addtags", List.of("tags")),
            Map.entry("delete", List.of()),
            Map.entry("changetypeofwork", List.of("newTypeOfWorkId")),
            Map.entry("assignusers", List.of("userIds")),
            Map.entry("unassignusers", List.of()),
            Map.entry("setprio", List.of("isPrio")),
            Map.entry("changetaskstatus", List.of("newTaskStatusId")),
            Map.entry("copy", List.of()),
            Map.entry("plannerbatch", List.of("plannerData")));

    private BatchForm() {}

    static boolean isOperation(String name) {
        return NEEDED.containsKey(name);
    }

    /** What is wrong, by property in awork's capitals. */
    static Map<String, String> problems(String operation, JsonNode body) {
        Map<String, String> problems = new LinkedHashMap<>(WHOLE.problems(body));
        if (body.path("taskIds").isEmpty()) {
            problems.putIfAbsent("taskIds", "TaskIds is required.");
        }
        for (String needed : NEEDED.getOrDefault(operation, List.of())) {
            if (!body.hasNonNull(needed)) {
                problems.putIfAbsent(needed, Text.capitalized(needed) + " is required.");
            }
        }
        boolean absolute = body.path("plannerData").path("setDates").asBoolean(false);
        if (operation.equals("plannerbatch") && absolute && body.path("taskIds").size() > 1) {
            problems.put("taskIds", "Only a single task can be modified when SetDates is true.");
        }
        Map<String, String> capitalized = new LinkedHashMap<>();
        problems.forEach((property, message) -> capitalized.put(Text.capitalized(property), message));
        return capitalized;
    }

    /** The id of a project, user, list, status …: it exists unless it begins with eight zeros. */
    private static Check existing() {
        return value -> Check.uuid()
                .problem(value)
                .or(() -> value.textValue().startsWith("00000000-")
                        ? Optional.of("Nothing exists with the id '" + value.textValue() + "'.")
                        : Optional.empty());
    }

    private static Check inside(Form form, String... needed) {
        return value -> {
            if (!value.isObject()) {
                return Optional.of("Not a valid object.");
            }
            for (String name : needed) {
                if (!value.hasNonNull(name)) {
                    return Optional.of(Text.capitalized(name) + " is required.");
                }
            }
            return form.problems(value).entrySet().stream()
                    .findFirst()
                    .map(problem -> Text.capitalized(problem.getKey()) + ": " + problem.getValue());
        };
    }
}
