package bactrian.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every change that was really applied, in order: what a row-by-row oracle is compared with.
 *
 * <p>Keeps so many changes and no more; asking an overfull journal is an error rather than half an answer.
 */
public final class Journal {

    /**
     * One change.
     *
     * @param request the number of the request that asked for it
     * @param after what the target had afterwards; nothing when it was taken away
     */
    public record Change(long request, String id, Values after) {}

    private final int capacity;
    private final List<Change> changes = new ArrayList<>();
    private long total;

    /**
     * @param capacity how many changes are kept, about 40 bytes each
     */
    public Journal(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(long request, String id, Values after) {
        total++;
        if (changes.size() < capacity) {
            changes.add(new Change(request, id, after));
        }
    }

    /** How many changes were applied, kept or not. */
    public synchronized long total() {
        return total;
    }

    /** All changes, oldest first. Fails when there were more than are kept. */
    public synchronized List<Change> changes() {
        if (total > changes.size()) {
            throw new IllegalStateException("The journal keeps " + capacity + " changes and saw " + total
                    + ". Start the simulators with a larger journal.");
        }
        return List.copyOf(changes);
    }

    /** What was done to one target, oldest first. */
    public Stream<Change> of(String id) {
        return changes().stream().filter(change -> change.id().equals(id));
    }
}
