package bactrian.simulator.awork;

import bactrian.simulator.wire.Check;
import bactrian.simulator.wire.Journal;
import bactrian.simulator.wire.Shelf;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tasks of the workspace. Every UUID is one, unless it begins with eight zeros. */
final class Tasks {

    private final Shelf shelf;
    private long copies;

    Tasks(Journal journal) {
        this.shelf = new Shelf(Tasks::open, journal);
    }

    Optional<Task> get(String id) {
        return shelf.get(id).map(Task::new);
    }

    boolean put(long request, String id, Task task) {
        shelf.put(request, id, task.aged().values());
        return true;
    }

    boolean remove(long request, String id) {
        shelf.remove(request, id);
        return true;
    }

    void seed(String id, JsonNode task) {
        shelf.seed(id, Values.of(task));
    }

    /** The ids of the seeded and changed tasks for which this holds. */
    List<String> which(Predicate<Task> holds) {
        return shelf.known()
                .filter(entry -> holds.test(new Task(entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The id of the next copy. */
    String copyId() {
        copies++;
        return String.format(Locale.ROOT, "c0b10000-0000-4000-8000-%012x", copies);
    }

    private static Optional<Values> open(String id) {
        boolean task = Check.UUID.matcher(id).matches() && Marked.of(id) != Marked.NOT_FOUND;
        return task ? Optional.of(Task.UNTOUCHED.values()) : Optional.empty();
    }
}
