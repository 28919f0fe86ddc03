package bactrian.provider.awork;

import static bactrian.provider.Schemas.bool;
import static bactrian.provider.Schemas.byDefault;
import static bactrian.provider.Schemas.dateTime;
import static bactrian.provider.Schemas.listOf;
import static bactrian.provider.Schemas.number;
import static bactrian.provider.Schemas.optional;
import static bactrian.provider.Schemas.orNull;
import static bactrian.provider.Schemas.required;
import static bactrian.provider.Schemas.shown;
import static bactrian.provider.Schemas.uuid;

import bactrian.operation.Operation;
import bactrian.operation.OperationDraft;
import bactrian.operation.TargetForm;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The fourteen batch operations, as awork's reference of {@code POST /tasks/batch/{operation}} lists them. */
final class AworkCatalogue {
    /** awork documents no maximum; a call of this size stays small and quick to split. */
    private static final int IDS_PER_CALL = 100;

    private static final TargetForm TASK = TargetForm.of(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d", TargetForm.Letters.LOWER);

    private static final List<Operation> OPERATIONS = List.of(
            named("movetoproject", "Moves tasks to another project.")
                    .parameter(required("newProjectId", uuid(), "The project to move the tasks to."))
                    .parameter(optional("newTaskListId", uuid(), "The task list of that project to put the tasks in."))
                    .parameter(optional(
                            "taskStatusMapping",
                            AworkSchemas.statusMapping(),
                            "Which status of the new project takes the place of which old one."))
                    .parameter(optional(
                            "newTaskStatusId",
                            uuid(),
                            "One status of the new project for all tasks; deprecated by awork: use taskStatusMapping."))
                    .safeToRepeat()
                    .note("Without taskStatusMapping or newTaskStatusId awork picks the status or refuses the call.")
                    .undone("Can be undone, except for a task that was a subtask.", TaskReversal.project())
                    .build(),
            named("movetotasklist", "Moves tasks to a task list of the same project.")
                    .parameter(required("newTaskListId", uuid(), "The task list to move the tasks to."))
                    .parameter(optional(
                            "removeFromCurrentList", bool(), "Whether to take the tasks off their present lists."))
                    .safeToRepeat()
                    .undone("Can be undone, except for a task that was on no list.", TaskReversal.lists())
                    .build(),
            named("moveundertask", "Moves tasks with their subtasks under a parent task.")
                    .parameter(required("newParentTaskId", uuid(), "The task that becomes the parent."))
                    .safeToRepeat()
                    .undone(
                            "Can be undone, except for a task that had no parent.",
                            TaskReversal.value(
                                    "parentId",
                                    "moveundertask",
                                    "newParentTaskId",
                                    "The task had no parent, and awork does not take it away from one."))
                    .build(),
            named("setdates", "Sets or removes the due date and the start date of tasks.")
                    .parameter(optional(
                            "newDueDate", shown(orNull(dateTime()), "2026-12-01T17:00:00Z"), "The new due date."))
                    .parameter(optional(
                            "newStartDate",
                            orNull(dateTime()),
                            "The new start date; awork ignores it without a newDueDate."))
                    .parameter(optional("removeDueDate", no(), "Whether to remove the due date; always sent."))
                    .parameter(optional("removeStartDate", no(), "Whether to remove the start date; always sent."))
                    .rule(AworkRules::setDates)
                    .safeToRepeat()
                    .note(
                            "Without newDueDate awork removes both dates. Such an edit is refused unless removeDueDate and"
                                    + " removeStartDate are both true.")
                    .undone("Can be undone, except for a task that had a start date only.", TaskReversal.dates())
                    .build(),
            named("adjustdates", "Moves the start and due dates of tasks by a number of days.")
                    .parameter(required(
                            "daysOffset",
                            number(),
                            "Days to add, or to take away where negative; fractions are allowed."))
                    .parameter(optional("adjustSuccessors", bool(), "Whether the tasks that follow them move too."))
                    .parameter(optional("adjustSubtasks", bool(), "Whether their subtasks move too."))
                    .notSafeToRepeat("Not safe to repeat: each repeat moves the dates again.")
                    .composed(
                            "With adjustSuccessors or adjustSubtasks rows are not merged: a task named in a call and reached"
                                    + " by another task of it moves once.",
                            values -> isTrue(values, "adjustSuccessors") || isTrue(values, "adjustSubtasks"))
                    .undone(
                            "Can be undone, except with adjustSuccessors or adjustSubtasks, and for a task that had a start date only.",
                            TaskReversal.shiftedDates())
                    .build(),
            named("addtags", "Adds tags to tasks that do not have them yet.")
                    .parameter(
                            required("tags", AworkSchemas.tags(), "Tags by name, or as objects with name and color."))
                    .safeToRepeat()
                    .notUndone("awork does not take tags off.")
                    .build(),
            named("delete", "Deletes tasks for good.")
                    .parameter(optional(
                            "deleteTimeTrackings", bool(), "Whether the time tracked on the tasks is deleted too."))
                    .safeToRepeat(
                            "Safe to repeat: where an answer was lost, a task that is not found by the repeat counts as deleted.",
                            values -> true)
                    .destroys()
                    .note("Deleted tasks cannot be brought back.")
                    .notUndone("awork does not bring tasks back.")
                    .build(),
            named("changetypeofwork", "Changes the type of work of tasks.")
                    .parameter(required("newTypeOfWorkId", uuid(), "The new type of work."))
                    .parameter(optional(
                            "changeTimeEntries",
                            bool(),
                            "Whether the time entries of the tasks change their type too."))
                    .safeToRepeat()
                    .undone(
                            "Can be undone, except with changeTimeEntries, and for a task that had no type of work.",
                            TaskReversal.typeOfWork())
                    .build(),
            named("assignusers", "Assigns users to tasks.")
                    .parameter(required("userIds", users(), "The users to assign."))
                    .parameter(required(
                            "removeOldAssignments",
                            shown(bool(), BooleanNode.FALSE),
                            "true replaces the users that are assigned, false adds to them."))
                    .safeToRepeat()
                    .note("removeOldAssignments has no default here: awork may replace all assignments without it.")
                    .undone("Can be undone.", TaskReversal.users())
                    .build(),
            named("unassignusers", "Takes users off tasks.")
                    .parameter(required("userIds", orNull(users()), "The users to take off; null takes everybody off."))
                    .safeToRepeat()
                    .note(
                            "Without userIds awork takes everybody off. Such an edit is refused unless userIds is null (#N/A in"
                                    + " CSV).")
                    .undone("Can be undone.", TaskReversal.users())
                    .build(),
            named("setprio", "Marks tasks as a priority, or no longer.")
                    .parameter(required("isPrio", bool(), "Whether the tasks are a priority."))
                    .safeToRepeat()
                    .undone(
                            "Can be undone.",
                            TaskReversal.value(
                                    "isPrio",
                                    "setprio",
                                    "isPrio",
                                    "awork did not say whether the task was a priority."))
                    .build(),
            named("changetaskstatus", "Changes the status of tasks.")
                    .parameter(required("newTaskStatusId", uuid(), "The new status, one of the tasks' project."))
                    .safeToRepeat()
                    .undone(
                            "Can be undone.",
                            TaskReversal.value(
                                    "taskStatusId", "changetaskstatus", "newTaskStatusId", "The task had no status."))
                    .build(),
            named("copy", "Copies tasks with their subtasks.")
                    .notSafeToRepeat("Not safe to repeat: each repeat makes more copies.")
                    .composed(
                            "Rows are not merged: tasks copied by one call keep their order and hierarchy among each other.",
                            values -> true)
                    .notUndone("The copies have ids of their own, which awork does not tell.")
                    .build(),
            named("plannerbatch", "Moves tasks in the planner: dates, lane, assignee.")
                    .parameter(
                            required("plannerData", AworkSchemas.plannerData(), "What the planner sends of one move."))
                    .idsPerCall(values -> setsDates(values) ? 1 : IDS_PER_CALL)
                    .safeToRepeat(
                            "Safe to repeat only where plannerData.setDates is true and a target date is given: everything"
                                    + " else is relative.",
                            values -> setsDates(values) && hasTargetDate(values))
                    .composed(
                            "Rows are not merged: the tasks of one call move by what the reference task moves.",
                            values -> true)
                    .note("With plannerData.setDates awork takes one task a call.")
                    .notUndone("Tasks move by what their reference task moves.")
                    .build());

    private AworkCatalogue() {}

    static List<Operation> operations() {
        return OPERATIONS;
    }

    private static OperationDraft named(String name, String summary) {
        return Operation.named(AworkProvider.NAME, name)
                .summary(summary)
                .endpoint("POST /tasks/batch/" + name)
                .source("awork API v1, Tasks: “Edits multiple tasks using the specified operation.”")
                .byIds(TASK)
                .idsPerCall(IDS_PER_CALL);
    }

    private static ObjectNode no() {
        return byDefault(bool(), BooleanNode.FALSE);
    }

    private static ObjectNode users() {
        return listOf(uuid()).put("minItems", 1);
    }

    private static boolean setsDates(ObjectNode values) {
        return values.path("plannerData").path("setDates").asBoolean();
    }

    private static boolean hasTargetDate(ObjectNode values) {
        return values.path("plannerData").hasNonNull("targetStartDate")
                || values.path("plannerData").hasNonNull("targetEndDate");
    }

    private static boolean isTrue(ObjectNode values, String parameter) {
        return values.path(parameter).asBoolean();
    }
}
