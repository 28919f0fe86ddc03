package bactrian.plan;

import bactrian.operation.Edit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fewest calls by trying everything: breadth first over what each target still has before it. For small cases. */
final class BruteForce {
    private final int limit;
    private final List<String> sequences;

    BruteForce(List<Edit> edits, int limit) {
        this.limit = limit;
        Map<String, StringBuilder> byTarget = new LinkedHashMap<>();
        edits.forEach(edit -> byTarget.computeIfAbsent(edit.target(), none -> new StringBuilder())
                .append(edit.change().values().get("value").textValue()));
        this.sequences = byTarget.values().stream().map(StringBuilder::toString).toList();
    }

    int fewestCalls() {
        Set<List<String>> level = Set.of(sorted(sequences));
        for (int calls = 0; ; calls++) {
            Set<List<String>> next = new HashSet<>();
            for (List<String> state : level) {
                if (state.isEmpty()) {
                    return calls;
                }
                Map<Character, List<Integer>> ready = new HashMap<>();
                for (int i = 0; i < state.size(); i++) {
                    ready.computeIfAbsent(state.get(i).charAt(0), none -> new ArrayList<>())
                            .add(i);
                }
                ready.values().forEach(places -> choose(state, places, 0, new HashSet<>(), next));
            }
            level = next;
        }
    }

    /** Tries every choice of as many as can go; taking fewer is never better. */
    private void choose(List<String> state, List<Integer> places, int at, Set<Integer> chosen, Set<List<String>> next) {
        if (chosen.size() == Math.min(limit, places.size())) {
            List<String> after = new ArrayList<>();
            for (int i = 0; i < state.size(); i++) {
                String rest = chosen.contains(i) ? state.get(i).substring(1) : state.get(i);
                if (!rest.isEmpty()) {
                    after.add(rest);
                }
            }
            next.add(sorted(after));
            return;
        }
        for (int i = at; i < places.size(); i++) {
            chosen.add(places.get(i));
            choose(state, places, i + 1, chosen, next);
            chosen.remove(places.get(i));
        }
    }

    private static List<String> sorted(List<String> sequences) {
        return sequences.stream().sorted().toList();
    }
}
