package bactrian.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Targets to be moved on by one edit of a kind.
 *
 * @param counts how many of each of the kind's starters
 * @param total the sum of the counts
 */
record Take(int kind, int[] counts, int total) {

    /** The same as groups, all of them full but the last. */
    List<Group> groups(List<Needs.Holder> starters, int limit) {
        List<Group> groups = new ArrayList<>();
        int[] open = counts.clone();
        int at = 0;
        for (int rest = total; rest > 0; rest -= limit) {
            int room = Math.min(limit, rest);
            List<Integer> sequences = new ArrayList<>();
            List<Integer> taken = new ArrayList<>();
            while (room > 0) {
                int count = Math.min(room, open[at]);
                if (count > 0) {
                    sequences.add(starters.get(at).sequence());
                    taken.add(count);
                    open[at] -= count;
                    room -= count;
                }
                if (open[at] == 0) {
                    at++;
                }
            }
            groups.add(new Group(
                    kind,
                    sequences.stream().mapToInt(Integer::intValue).toArray(),
                    taken.stream().mapToInt(Integer::intValue).toArray()));
        }
        return groups;
    }
}
