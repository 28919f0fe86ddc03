package bactrian.simulator.awork;

import bactrian.simulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operation makes of one task where no other task matters. Empty: the task cannot take it. */
final class Operations {

    private final String operation;
    private final JsonNode form;

    Operations(String operation, JsonNode form) {
        this.operation = operation;
        this.form = form;
    }

    Optional<Task> on(Task task) {
        return switch (operation) {
            case "movetoproject" -> Optional.of(toProject(task));
            case "movetotasklist" -> Optional.of(toList(task));
            case "setdates" -> Optional.of(dated(task)).filter(Operations::orderly);
            case "addtags" -> Optional.of(tagged(task));
            case "changetypeofwork" -> Optional.of(task.with("typeOfWorkId", form.path("newTypeOfWorkId")));
            case "assignusers" -> Optional.of(assigned(task));
            case "unassignusers" -> Optional.of(unassigned(task));
            case "setprio" -> Optional.of(task.with("isPrio", form.path("isPrio")));
            case "changetaskstatus" -> Optional.of(task.with("taskStatusId", form.path("newTaskStatusId")));
            default -> throw new IllegalArgumentException(operation + " concerns more than one task");
        };
    }

    private Task toProject(Task task) {
        Task moved = task.with("projectId", form.path("newProjectId"))
                .with(
                        "lists",
                        form.hasNonNull("newTaskListId")
                                ? List.of(form.path("newTaskListId").asText())
                                : List.of());
        for (JsonNode mapping : form.path("taskStatusMapping")) {
            if (mapping.path("oldStatusId").asText().equals(task.values().text("taskStatusId"))) {
                return moved.with("taskStatusId", mapping.path("newStatusId"));
            }
        }
        return form.hasNonNull("newTaskStatusId") ? moved.with("taskStatusId", form.path("newTaskStatusId")) : moved;
    }

    private Task toList(Task task) {
        Set<String> lists = new LinkedHashSet<>(
                form.path("removeFromCurrentList").asBoolean(false)
                        ? List.of()
                        : Json.texts(task.values().get("lists")));
        lists.add(form.path("newTaskListId").asText());
        return task.with("lists", List.copyOf(lists));
    }

    /** Without a new due date both dates go, and a new start date counts for nothing. */
    private Task dated(Task task) {
        if (!form.hasNonNull("newDueDate")) {
            return task.withDue(Optional.empty()).withStart(Optional.empty());
        }
        Task due = form.path("removeDueDate").asBoolean()
                ? task.withDue(Optional.empty())
                : task.withDue(Task.instant(form.path("newDueDate")));
        if (form.path("removeStartDate").asBoolean()) {
            return due.withStart(Optional.empty());
        }
        return form.hasNonNull("newStartDate") ? due.withStart(Task.instant(form.path("newStartDate"))) : due;
    }

    private static boolean orderly(Task task) {
        return task.start()
                .flatMap(start -> task.due().map(due -> !start.isAfter(due)))
                .orElse(true);
    }

    private Task tagged(Task task) {
        ArrayNode tags = Json.array();
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode source : List.of(task.values().get("tags"), form.path("tags"))) {
            for (JsonNode tag : source) {
                if (names.add(tag.path("name").asText())) {
                    JsonNode color = tag.has("color") ? tag.path("color") : NullNode.getInstance();
                    tags.addObject().put("name", tag.path("name").asText()).set("color", color);
                }
            }
        }
        return task.with("tags", tags);
    }

    /** Replaces unless told to add. */
    private Task assigned(Task task) {
        Set<String> users =
                new LinkedHashSet<>(form.path("removeOldAssignments").asBoolean(true) ? List.of() : task.assignees());
        users.addAll(Json.texts(form.path("userIds")));
        return task.with("assignees", List.copyOf(users));
    }

    /** Everybody, when nobody is named. */
    private Task unassigned(Task task) {
        List<String> users = new ArrayList<>(form.hasNonNull("userIds") ? task.assignees() : List.of());
        users.removeAll(Json.texts(form.path("userIds")));
        return task.with("assignees", users);
    }
}
