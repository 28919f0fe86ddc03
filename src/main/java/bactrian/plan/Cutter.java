package bactrian.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Cuts edits that come sorted by kind into calls: a new one with every shelf and whenever the limit is reached.
 *
 * <p>An edit's mark says whether its target has other edits: 0 if not, else a number of its own for each such target. The
 * call that carried the target's edit before is then one the new call must wait for.
 */
final class Cutter {
    private final CallWriter writer;
    private final Kinds kinds;
    private final int section;
    private final Column lastCallOf = new Column();
    private final List<Carried> load = new ArrayList<>();
    private long shelf = -1;
    private int kind = -1;
    private int limit;

    Cutter(CallWriter writer, Kinds kinds, int section) {
        this.writer = writer;
        this.kinds = kinds;
        this.section = section;
    }

    private record Carried(long ordinal, int mark, String target) {}

    void take(long shelf, int kind, long ordinal, int mark, String target) throws IOException {
        if (shelf != this.shelf || kind != this.kind || load.size() == limit) {
            finish();
            this.shelf = shelf;
            this.kind = kind;
            this.limit = kinds.limit(kind);
        }
        load.add(new Carried(ordinal, mark, target));
    }

    /** Writes the last call. */
    void finish() throws IOException {
        if (load.isEmpty()) {
            return;
        }
        load.sort(Comparator.comparingLong(Carried::ordinal));
        List<Long> ordinals = new ArrayList<>(load.size());
        List<String> targets = new ArrayList<>(load.size());
        TreeSet<Integer> after = new TreeSet<>();
        for (Carried carried : load) {
            ordinals.add(carried.ordinal());
            targets.add(carried.target());
            if (lastCallOf.get(carried.mark()) > 0) {
                after.add(lastCallOf.get(carried.mark()));
            }
        }
        int number = writer.write(section, kind, ordinals, targets, List.copyOf(after));
        for (Carried carried : load) {
            if (carried.mark() > 0) {
                lastCallOf.set(carried.mark(), number);
            }
        }
        load.clear();
    }
}
