package bactrian.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What does not change while groups are looked for: which sequences hold which kinds, and how often. */
final class Needs {
    private final Patterns patterns;
    private final List<List<Holder>> holders = new ArrayList<>();
    private final List<List<Holder>> starters = new ArrayList<>();

    Needs(Patterns patterns) {
        this.patterns = patterns;
        for (int kind = 0; kind < patterns.kinds(); kind++) {
            holders.add(new ArrayList<>());
            starters.add(new ArrayList<>());
        }
        for (int sequence = 0; sequence < patterns.size(); sequence++) {
            add(sequence);
        }
        Comparator<Holder> mostFirst = Comparator.comparingInt(Holder::times).reversed();
        holders.forEach(list -> list.sort(mostFirst));
        starters.forEach(list -> list.sort(
                mostFirst.thenComparing(Comparator.<Holder>comparingInt(holder -> patterns.length(holder.sequence()))
                        .reversed())));
    }

    /** A sequence that holds a kind so many times. */
    record Holder(int sequence, int times) {}

    /** Sequences that start with the kind, those first that hold it most often, then the longest. */
    List<Holder> starters(int kind) {
        return starters.get(kind);
    }

    /** Sequences that hold the kind, those first that hold it most often. */
    List<Holder> holders(int kind) {
        return holders.get(kind);
    }

    private void add(int sequence) {
        int first = patterns.first(sequence);
        Map<Integer, Integer> times = new TreeMap<>();
        for (int rest = sequence; rest != Patterns.END; rest = patterns.rest(rest)) {
            times.merge(patterns.first(rest), 1, Integer::sum);
        }
        times.forEach((kind, count) -> holders.get(kind).add(new Holder(sequence, count)));
        starters.get(first).add(new Holder(sequence, times.getOrDefault(first, 0)));
    }
}
