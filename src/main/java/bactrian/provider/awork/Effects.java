package bactrian.provider.awork;

import static bactrian.operation.Operation.given;

import bactrian.provider.Reads.Expected;
import bactrian.provider.Reads.Extent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What an operation makes of a task, in the names of {@code GET /tasks/{id}}. */
final class Effects {
    private static final double MILLIS_A_DAY = 86_400_000;

    private final ObjectNode values;
    private final ObjectNode before;
    private final ObjectNode after = JsonNodeFactory.instance.objectNode();

    Effects(ObjectNode values, ObjectNode before) {
        this.values = values;
        this.before = before;
    }

    Expected of(String operation) {
        return new Expected(
                after,
                switch (operation) {
                    case "setprio" -> set("isPrio", "isPrio");
                    case "changetaskstatus" -> set("taskStatusId", "newTaskStatusId");
                    case "moveundertask" -> set("parentId", "newParentTaskId");
                    case "changetypeofwork" -> {
                        set("typeOfWorkId", "newTypeOfWorkId");
                        yield unless("changeTimeEntries");
                    }
                    case "setdates" -> dates();
                    case "adjustdates" -> shifted();
                    case "assignusers" -> assigned();
                    case "unassignusers" -> unassigned();
                    case "addtags" -> joined("tags", values.path("tags"), true);
                    case "movetotasklist" -> {
                        ArrayNode list = JsonNodeFactory.instance.arrayNode().add(values.path("newTaskListId"));
                        yield joined(
                                "lists",
                                list,
                                !values.path("removeFromCurrentList").asBoolean());
                    }
                    case "movetoproject" -> moved();
                    case "delete" -> Extent.GONE;
                    default -> Extent.A_PART;
                });
    }

    private Extent set(String field, String parameter) {
        after.set(field, values.path(parameter));
        return Extent.ALL;
    }

    private Extent unless(String parameter) {
        return values.path(parameter).asBoolean() ? Extent.A_PART : Extent.ALL;
    }

    private Extent dates() {
        Optional<JsonNode> due = given(values, "newDueDate");
        after.set("dueOn", due.orElseGet(after::nullNode));
        if (due.isEmpty() || values.path("removeStartDate").asBoolean()) {
            after.putNull("startOn");
        } else {
            given(values, "newStartDate").ifPresent(start -> after.set("startOn", start));
        }
        return Extent.ALL;
    }

    private Extent shifted() {
        Duration shift = Duration.ofMillis(Math.round(values.path("daysOffset").asDouble() * MILLIS_A_DAY));
        for (String field : new String[] {"startOn", "dueOn"}) {
            if (before.path(field).isNull()) {
                after.putNull(field);
            } else if (before.hasNonNull(field)) {
                moment(before.path(field).asText())
                        .ifPresent(was -> after.put(field, was.plus(shift).toString()));
            }
        }
        boolean others = values.path("adjustSuccessors").asBoolean()
                || values.path("adjustSubtasks").asBoolean();
        return others || after.size() < 2 ? Extent.A_PART : Extent.ALL;
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private Extent assigned() {
        return joined(
                "assignees",
                values.path("userIds"),
                !values.path("removeOldAssignments").asBoolean());
    }

    private Extent unassigned() {
        if (given(values, "userIds").isEmpty()) {
            after.putArray("assignees");
            return Extent.ALL;
        }
        if (!before.path("assignees").isArray()) {
            return Extent.A_PART;
        }
        Set<JsonNode> gone = new LinkedHashSet<>();
        values.path("userIds").forEach(gone::add);
        ArrayNode left = after.putArray("assignees");
        TaskReads.plain(before.path("assignees")).forEach(user -> {
            if (!gone.contains(user)) {
                left.add(user);
            }
        });
        return Extent.ALL;
    }

    /** @param kept whether what the task has already stays */
    private Extent joined(String field, JsonNode added, boolean kept) {
        if (kept && !before.path(field).isArray()) {
            return Extent.A_PART;
        }
        Set<JsonNode> all = new LinkedHashSet<>();
        if (kept) {
            TaskReads.plain(before.path(field)).forEach(all::add);
        }
        added.forEach(all::add);
        ArrayNode joined = after.putArray(field);
        all.forEach(joined::add);
        return Extent.ALL;
    }

    /** Which lists and which status it has afterwards is awork's choice where the user leaves it open. */
    private Extent moved() {
        set("projectId", "newProjectId");
        given(values, "newTaskListId").ifPresent(list -> after.putArray("lists").add(list));
        given(values, "newTaskStatusId").ifPresent(status -> after.set("taskStatusId", status));
        for (JsonNode mapping : values.path("taskStatusMapping")) {
            if (mapping.path("oldStatusId").equals(before.path("taskStatusId"))) {
                after.set("taskStatusId", mapping.path("newStatusId"));
            }
        }
        return Extent.A_PART;
    }
}
