package bactrian.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Edits of a section whose targets may come twice, brought together by target: split by a hash of the target into
 * portions that fit into memory.
 */
final class Suspects implements AutoCloseable {
    private static final int PER_PORTION = 32_768;

    private final Shelves portions;
    private final int count;

    /** @param most how many edits there can be at most */
    Suspects(Scratch scratch, String table, long most) {
        this.portions = new Shelves(scratch, table);
        this.count = (int) Math.min(2_048, 1 + most / PER_PORTION);
    }

    /** One edit of a target. */
    record Step(long ordinal, int kind) {}

    void put(long ordinal, int kind, String target) throws IOException {
        portions.put(Math.floorMod(Sieve.key(0, target), count), 0, ordinal, kind, target);
    }

    /** Gives each target with all its edits, in their order, to somebody; every time in the same order. */
    void each(Visitor visitor) throws IOException {
        for (int portion = 0; portion < count; portion++) {
            Map<String, List<Step>> targets = new LinkedHashMap<>();
            portions.each(portion, portion + 1L, (major, minor, ordinal, kind, target) -> targets.computeIfAbsent(
                            target, none -> new ArrayList<>(2))
                    .add(new Step(ordinal, kind)));
            for (Map.Entry<String, List<Step>> target : targets.entrySet()) {
                target.getValue().sort(Comparator.comparingLong(Step::ordinal));
                visitor.visit(target.getKey(), target.getValue());
            }
        }
    }

    @Override
    public void close() throws IOException {
        portions.close();
    }

    /** Takes a target and its edits. */
    @FunctionalInterface
    interface Visitor {
        void visit(String target, List<Step> steps) throws IOException;
    }
}
