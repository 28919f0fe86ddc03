package bactrian.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which groups the targets of each sequence go through, one way for as many targets as go it. */
final class Paths {
    private final Patterns patterns;
    private final List<Deque<Party>> standing = new ArrayList<>();
    private final List<Deque<Party>> arrived = new ArrayList<>();

    Paths(Patterns patterns, List<Group> groups) {
        this.patterns = patterns;
        int[] targets = patterns.targets();
        for (int sequence = 0; sequence < patterns.size(); sequence++) {
            standing.add(new ArrayDeque<>());
            arrived.add(new ArrayDeque<>());
            if (targets[sequence] > 0) {
                standing.get(sequence).add(new Party(sequence, targets[sequence], null));
            }
        }
        for (int group = 0; group < groups.size(); group++) {
            Group made = groups.get(group);
            for (int i = 0; i < made.sequences().length; i++) {
                moveOn(made.sequences()[i], made.counts()[i], group);
            }
        }
    }

    /** The groups, in order, of one more target that starts with this sequence. */
    int[] next(int sequence) {
        Deque<Party> parties = arrived.get(sequence);
        Party party = parties.getFirst();
        party.count--;
        if (party.count == 0) {
            parties.removeFirst();
        }
        int[] path = new int[patterns.length(sequence)];
        Stop stop = party.last;
        for (int i = path.length - 1; i >= 0 && stop != null; i--) {
            path[i] = stop.group();
            stop = stop.before();
        }
        return path;
    }

    private record Stop(int group, @Nullable Stop before) {}

    /** Targets that have gone one way so far. */
    private static final class Party {
        private final int start;
        private int count;
        private final @Nullable Stop last;

        Party(int start, int count, @Nullable Stop last) {
            this.start = start;
            this.count = count;
            this.last = last;
        }
    }

    private void moveOn(int sequence, int count, int group) {
        Deque<Party> waiting = standing.get(sequence);
        int rest = patterns.rest(sequence);
        for (int open = count; open > 0; ) {
            Party party = waiting.getFirst();
            int moved = Math.min(open, party.count);
            party.count -= moved;
            open -= moved;
            if (party.count == 0) {
                waiting.removeFirst();
            }
            (rest == Patterns.END ? arrived.get(party.start) : standing.get(rest))
                    .addLast(new Party(party.start, moved, new Stop(group, party.last)));
        }
    }
}
