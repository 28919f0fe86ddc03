package bactrian.provider.awork;

import bactrian.operation.Reversal;
import bactrian.operation.Undo;
import bactrian.operation.Undo.Impossible;
import bactrian.operation.Undo.Step;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How tasks get their values back: each kind of value by the operation that sets it. */
final class TaskReversal implements Reversal {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Function<ObjectNode, Optional<String>> never;
    private final Function<ObjectNode, Undo> back;

    private TaskReversal(Function<ObjectNode, Optional<String>> never, Function<ObjectNode, Undo> back) {
        this.never = never;
        this.back = back;
    }

    @Override
    public Optional<String> never(ObjectNode values) {
        return never.apply(values);
    }

    @Override
    public Undo undo(ObjectNode values, ObjectNode before) {
        return never.apply(values).<Undo>map(Impossible::new).orElseGet(() -> back.apply(before));
    }

    /** One value, set by one operation. @param empty what is said where there was none */
    static Reversal value(String field, String operation, String parameter, String empty) {
        return new TaskReversal(
                values -> Optional.empty(),
                before -> before.hasNonNull(field)
                        ? step(operation, JSON.objectNode().set(parameter, before.get(field)))
                        : new Impossible(empty));
    }

    static Reversal typeOfWork() {
        Reversal value = value(
                "typeOfWorkId",
                "changetypeofwork",
                "newTypeOfWorkId",
                "The task had no type of work, and awork does not take it away.");
        return new TaskReversal(
                values -> values.path("changeTimeEntries").asBoolean()
                        ? Optional.of("The time entries were changed too, and nobody has looked at what they were.")
                        : Optional.empty(),
                before -> value.undo(JSON.objectNode(), before));
    }

    static Reversal dates() {
        return new TaskReversal(values -> Optional.empty(), TaskReversal::datesBack);
    }

    static Reversal shiftedDates() {
        return new TaskReversal(
                values -> values.path("adjustSuccessors").asBoolean()
                                || values.path("adjustSubtasks").asBoolean()
                        ? Optional.of("Other tasks were moved too, and nobody has looked at their dates.")
                        : Optional.empty(),
                TaskReversal::datesBack);
    }

    private static Undo datesBack(ObjectNode before) {
        ObjectNode values = JSON.objectNode();
        boolean start = before.hasNonNull("startOn");
        if (before.hasNonNull("dueOn")) {
            values.set("newDueDate", before.get("dueOn"));
            if (start) {
                values.set("newStartDate", before.get("startOn"));
            }
            values.put("removeDueDate", false).put("removeStartDate", !start);
        } else if (start) {
            return new Impossible("The task had a start date only, and awork does not set one without a due date.");
        } else {
            values.put("removeDueDate", true).put("removeStartDate", true);
        }
        return step("setdates", values);
    }

    static Reversal users() {
        return new TaskReversal(values -> Optional.empty(), before -> {
            JsonNode users = before.path("assignees");
            if (!users.isArray()) {
                return new Impossible("Who was assigned before was not kept.");
            }
            return users.isEmpty()
                    ? step("unassignusers", JSON.objectNode().putNull("userIds"))
                    : step(
                            "assignusers",
                            JSON.objectNode().put("removeOldAssignments", true).set("userIds", users));
        });
    }

    static Reversal lists() {
        return new TaskReversal(
                values -> Optional.empty(),
                before -> before.path("lists").isEmpty()
                        ? new Impossible("The task was on no list, and awork does not take it off its last one.")
                        : new Undo.Steps(onLists(before, 0)));
    }

    static Reversal project() {
        return new TaskReversal(values -> Optional.empty(), before -> {
            if (before.hasNonNull("parentId")) {
                return new Impossible("The task was a subtask, which it may no longer be in another project.");
            }
            if (!before.hasNonNull("projectId") || !before.hasNonNull("taskStatusId")) {
                return new Impossible("The task had no project, or its status was not kept.");
            }
            ObjectNode values = JSON.objectNode();
            values.set("newProjectId", before.get("projectId"));
            values.set("newTaskStatusId", before.get("taskStatusId"));
            JsonNode lists = before.path("lists");
            if (!lists.isEmpty()) {
                values.set("newTaskListId", lists.get(0));
            }
            List<Step> steps = new ArrayList<>(List.of(new Step("movetoproject", values)));
            steps.addAll(onLists(before, 1));
            return new Undo.Steps(steps);
        });
    }

    /** Puts a task on its lists; the first one takes it off all others. */
    private static List<Step> onLists(ObjectNode before, int from) {
        List<Step> steps = new ArrayList<>();
        for (int place = from; place < before.path("lists").size(); place++) {
            ObjectNode values = JSON.objectNode();
            values.set("newTaskListId", before.path("lists").get(place));
            steps.add(new Step("movetotasklist", values.put("removeFromCurrentList", place == 0)));
        }
        return steps;
    }

    private static Undo step(String operation, ObjectNode values) {
        return new Undo.Steps(List.of(new Step(operation, values)));
    }
}
