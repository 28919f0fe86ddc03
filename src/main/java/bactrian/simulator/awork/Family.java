package bactrian.simulator.awork;

import bactrian.simulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operations of one batch in which other tasks matter: parents, subtasks, successors, the reference task. Subtasks
 * are known by {@code parentId}, successors by a seeded list {@code successorIds}.
 */
final class Family {

    private static final double MILLIS_A_DAY = 86_400_000;

    private final Tasks tasks;
    private final long request;
    private final JsonNode form;
    private final Set<String> chosen;
    private final Set<String> moved = new HashSet<>();
    private final Optional<Task> reference;

    /** {@code chosen} are the ids of the whole batch. Reads the reference task before anything changes. */
    Family(Tasks tasks, long request, JsonNode form, Set<String> chosen) {
        this.tasks = tasks;
        this.request = request;
        this.form = form;
        this.chosen = chosen;
        this.reference =
                tasks.get(form.path("plannerData").path("referenceTaskId").asText());
    }

    /** A copy of the task, and of its subtasks under it; a subtask that is itself chosen is copied with its parent only. */
    boolean copy(String id, Task task) {
        if (!chosen.contains(task.values().text("parentId"))) {
            copyTree(id, task.values().get("parentId"));
        }
        return true;
    }

    boolean moveUnder(String id, Task task) {
        String parent = form.path("newParentTaskId").asText();
        boolean possible = !id.equals(parent)
                && tasks.get(parent)
                        .filter(found -> found.project().equals(task.project()))
                        .isPresent();
        return possible && tasks.put(request, id, task.with("parentId", parent));
    }

    /** Shifts the task and, where asked, what hangs on it; each task once, however often it is reached. */
    boolean adjust(String id, Task task) {
        Duration shift = Duration.ofMillis(Math.round(form.path("daysOffset").asDouble() * MILLIS_A_DAY));
        for (String each : reached(id)) {
            if (moved.add(each)) {
                tasks.get(each)
                        .ifPresent(found -> tasks.put(
                                request,
                                each,
                                found.withStart(found.start().map(start -> start.plus(shift)))
                                        .withDue(found.due().map(due -> due.plus(shift)))));
            }
        }
        return true;
    }

    /** Absolute dates for a single task, or for every task the shift the reference task makes. */
    boolean plan(String id, Task task) {
        JsonNode planner = form.path("plannerData");
        Optional<Instant> start = Task.instant(planner.path("targetStartDate"));
        Optional<Instant> end = Task.instant(planner.path("targetEndDate"));
        Task planned = task;
        if (planner.path("setDates").asBoolean(false)) {
            planned = start.isPresent() ? planned.withStart(start) : planned;
            planned = end.isPresent() ? planned.withDue(end) : planned;
        } else if (reference.isEmpty()) {
            return false;
        } else {
            Optional<Duration> startShift = shift(reference.get().start(), start);
            Optional<Duration> dueShift = shift(reference.get().due(), end);
            planned = planned.withStart(shifted(task.start(), startShift)).withDue(shifted(task.due(), dueShift));
        }
        if (planner.hasNonNull("targetLaneOrder")) {
            planned = planned.with("laneOrder", planner.get("targetLaneOrder"));
        }
        if (planner.path("moveType").asText().startsWith("Assignee") && form.hasNonNull("userIds")) {
            planned = planned.with("assignees", form.get("userIds"));
        }
        return tasks.put(request, id, planned);
    }

    private Set<String> reached(String id) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (reached.add(next)) {
                if (form.path("adjustSubtasks").asBoolean(false)) {
                    open.addAll(children(next));
                }
                if (form.path("adjustSuccessors").asBoolean(false)) {
                    tasks.get(next).ifPresent(found -> open.addAll(successors(found)));
                }
            }
        }
        return reached;
    }

    private void copyTree(String id, JsonNode parent) {
        tasks.get(id).ifPresent(task -> {
            String copy = tasks.copyId();
            List<String> children = children(id);
            tasks.put(request, copy, task.with("parentId", parent).with("copiedFrom", id));
            children.forEach(child -> copyTree(child, Json.text(copy)));
        });
    }

    private List<String> children(String id) {
        return tasks.which(task -> task.values().text("parentId").equals(id));
    }

    private static List<String> successors(Task task) {
        return Json.texts(task.values().get("successorIds"));
    }

    private static Optional<Duration> shift(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(before -> to.map(after -> Duration.between(before, after)));
    }

    private static Optional<Instant> shifted(Optional<Instant> time, Optional<Duration> shift) {
        return time.map(at -> at.plus(shift.orElse(Duration.ZERO)));
    }
}
