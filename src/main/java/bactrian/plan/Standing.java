package bactrian.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How things stand after some groups: how many targets have which sequence of edits before them. */
final class Standing {
    private final Patterns patterns;
    private final Needs needs;
    private final int[] targets;
    private final int[] edits;
    private final @Nullable Standing before;
    private final List<Group> made;
    private final int groups;
    private final int needed;
    private final long left;

    private Standing(
            Patterns patterns,
            Needs needs,
            int[] targets,
            int[] edits,
            @Nullable Standing before,
            List<Group> made,
            int groups,
            int needed,
            long left) {
        this.patterns = patterns;
        this.needs = needs;
        this.targets = targets;
        this.edits = edits;
        this.before = before;
        this.made = made;
        this.groups = groups;
        this.needed = needed;
        this.left = left;
    }

    static Standing start(Patterns patterns, Needs needs) {
        int[] targets = patterns.targets();
        int[] edits = new int[patterns.kinds()];
        long left = 0;
        for (int sequence = 0; sequence < targets.length; sequence++) {
            for (int rest = sequence; rest != Patterns.END; rest = patterns.rest(rest)) {
                edits[patterns.first(rest)] += targets[sequence];
                left += (long) targets[sequence] * patterns.length(rest);
            }
        }
        Standing start = new Standing(patterns, needs, targets, edits, null, List.of(), 0, 0, left);
        int needed = 0;
        for (int kind = 0; kind < edits.length; kind++) {
            needed += start.needed(kind);
        }
        return new Standing(patterns, needs, targets, edits, null, List.of(), 0, needed, left);
    }

    /** Where everything stands, to tell two ways to one place. */
    record Position(List<Integer> targets) {}

    Position position() {
        return new Position(Arrays.stream(targets).boxed().toList());
    }

    boolean finished() {
        return left == 0;
    }

    int groups() {
        return groups;
    }

    /** No way from here comes to an end with fewer groups in all. */
    int atLeast() {
        return groups + needed;
    }

    /** All groups from the start. */
    List<Group> history() {
        List<List<Group>> steps = new ArrayList<>();
        for (Standing at = this; at != null; at = at.before) {
            steps.add(at.made);
        }
        Collections.reverse(steps);
        return steps.stream().flatMap(List::stream).toList();
    }

    /**
     * Goes on with every kind whose edits are all at the front of their sequences. No way is shorter: so many groups are
     * needed for them in any case, and going out now they hold nobody up.
     */
    Standing settleSafely() {
        Standing standing = this;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int kind = 0; kind < edits.length; kind++) {
                if (standing.edits[kind] > 0 && standing.ready(kind) == standing.edits[kind]) {
                    standing = standing.after(standing.take(kind, standing.edits[kind]));
                    moved = true;
                }
            }
        }
        return standing;
    }

    /** The kinds a next group can have. A bundle waits until it is whole, unless it never will be. */
    List<Integer> waysOn() {
        List<Integer> ways = new ArrayList<>();
        List<Integer> torn = new ArrayList<>();
        for (int kind = 0; kind < edits.length; kind++) {
            if (edits[kind] > 0 && ready(kind) > 0) {
                (patterns.bundled(kind) ? torn : ways).add(kind);
            }
        }
        return ways.isEmpty() ? torn : ways;
    }

    /** The next group of a kind. @param manyAtOnce all full groups there are, where there is one */
    Take plan(int kind, boolean manyAtOnce) {
        int limit = patterns.limit(kind);
        int ready = ready(kind);
        int total = manyAtOnce && ready > limit ? ready - ready % limit : Math.min(ready, limit);
        return take(kind, total);
    }

    int atLeastAfter(Take take) {
        int kind = take.kind();
        int limit = patterns.limit(kind);
        int neededBefore = needed(kind);
        return groups + groupsOf(take.total(), limit) + needed - neededBefore + neededAfter(take);
    }

    long leftAfter(Take take) {
        List<Needs.Holder> starters = needs.starters(take.kind());
        long done = 0;
        for (int i = 0; i < take.counts().length; i++) {
            done += (long) take.counts()[i] * patterns.length(starters.get(i).sequence());
        }
        return left - done;
    }

    Standing after(Take take) {
        int[] targetsAfter = targets.clone();
        int[] editsAfter = edits.clone();
        List<Needs.Holder> starters = needs.starters(take.kind());
        for (int i = 0; i < take.counts().length; i++) {
            int sequence = starters.get(i).sequence();
            targetsAfter[sequence] -= take.counts()[i];
            if (patterns.rest(sequence) != Patterns.END) {
                targetsAfter[patterns.rest(sequence)] += take.counts()[i];
            }
        }
        editsAfter[take.kind()] -= take.total();
        List<Group> next = take.groups(starters, patterns.limit(take.kind()));
        return new Standing(
                patterns,
                needs,
                targetsAfter,
                editsAfter,
                this,
                next,
                groups + next.size(),
                needed - needed(take.kind()) + neededAfter(take),
                leftAfter(take));
    }

    private Take take(int kind, int total) {
        List<Needs.Holder> starters = needs.starters(kind);
        int[] counts = new int[starters.size()];
        int open = total;
        for (int i = 0; i < counts.length && open > 0; i++) {
            counts[i] = Math.min(open, targets[starters.get(i).sequence()]);
            open -= counts[i];
        }
        return new Take(kind, counts, total);
    }

    private int ready(int kind) {
        int ready = 0;
        for (Needs.Holder starter : needs.starters(kind)) {
            ready += targets[starter.sequence()];
        }
        return ready;
    }

    /** Groups of a kind that are needed at least: for all its edits, and for the target that has most of them. */
    private int needed(int kind) {
        int most = 0;
        for (Needs.Holder holder : needs.holders(kind)) {
            if (targets[holder.sequence()] > 0) {
                most = holder.times();
                break;
            }
        }
        return Math.max(most, groupsOf(edits[kind], patterns.limit(kind)));
    }

    private int neededAfter(Take take) {
        int kind = take.kind();
        List<Needs.Holder> starters = needs.starters(kind);
        int most = 0;
        for (int i = 0; i < take.counts().length; i++) {
            int times = starters.get(i).times();
            int stay = targets[starters.get(i).sequence()] - take.counts()[i];
            most = Math.max(most, stay > 0 ? times : take.counts()[i] > 0 ? times - 1 : 0);
        }
        for (Needs.Holder holder : needs.holders(kind)) {
            if (holder.times() <= most) {
                break;
            }
            if (targets[holder.sequence()] > 0 && patterns.first(holder.sequence()) != kind) {
                most = holder.times();
            }
        }
        return Math.max(most, groupsOf(edits[kind] - take.total(), patterns.limit(kind)));
    }

    private static int groupsOf(int edits, int limit) {
        return (edits + limit - 1) / limit;
    }
}
