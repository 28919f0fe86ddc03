package bactrian.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sequences of kinds that targets of a section go through, and how many targets go through each. What is left of a
 * sequence after its first kinds is a sequence too and has a number as well, so that it can be said how many targets
 * stand where. Kinds are numbered anew, from 0.
 */
final class Patterns {
    /** The number of the sequence that is at its end. */
    static final int END = -1;

    private static final int MOST = 20_000;

    private final Kinds kinds;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<Integer> kindAt = new ArrayList<>();
    private final Map<Long, Integer> known = new HashMap<>();
    private final Column first = new Column();
    private final Column rest = new Column();
    private final Column length = new Column();
    private final Column targets = new Column();
    private int size;

    Patterns(Kinds kinds) {
        this.kinds = kinds;
    }

    /** The number of a sequence of edits; a new one where it was not met before. */
    int of(List<Suspects.Step> steps) {
        int sequence = END;
        for (int i = steps.size() - 1; i >= 0; i--) {
            sequence = before(place(steps.get(i).kind()), sequence);
        }
        return sequence;
    }

    /** The number of the sequence of one edit of this kind. */
    int ofOne(int kind) {
        return before(place(kind), END);
    }

    void addTargets(int sequence, int count) {
        targets.set(sequence, targets.get(sequence) + count);
    }

    boolean tooMany() {
        return size > MOST;
    }

    int size() {
        return size;
    }

    int kinds() {
        return kindAt.size();
    }

    /** The kind's number outside of here. */
    int kind(int place) {
        return kindAt.get(place);
    }

    int limit(int place) {
        return kinds.limit(kindAt.get(place));
    }

    boolean bundled(int place) {
        return kinds.bundled(kindAt.get(place));
    }

    /** The kind a sequence starts with. */
    int first(int sequence) {
        return first.get(sequence);
    }

    /** What is left of a sequence after its first kind, or {@link #END}. */
    int rest(int sequence) {
        return rest.get(sequence);
    }

    /** How many edits a target still has. */
    int length(int sequence) {
        return length.get(sequence);
    }

    /** How many targets start with each sequence. */
    int[] targets() {
        int[] all = new int[size];
        Arrays.setAll(all, targets::get);
        return all;
    }

    private int place(int kind) {
        return places.computeIfAbsent(kind, none -> {
            kindAt.add(kind);
            return kindAt.size() - 1;
        });
    }

    private int before(int place, int sequence) {
        return known.computeIfAbsent((long) place << 32 | sequence & 0xFFFFFFFFL, none -> {
            first.set(size, place);
            rest.set(size, sequence);
            length.set(size, sequence == END ? 1 : length.get(sequence) + 1);
            return size++;
        });
    }
}
