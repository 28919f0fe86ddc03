package bactrian.plan;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A section in which targets come more than once: their edits are put into an order that keeps theirs, in as few calls
 * as can be found. Kinds that hold no edit of such a target are left as they are.
 */
final class Repeats implements AutoCloseable {
    /** A search is worth its time up to about so many calls. */
    private static final int MOST_CALLS = 50_000;

    private final Kinds kinds;
    private final Staging staging;
    private final int section;
    private final Suspects suspects;
    private final Shelves placed;
    private final Waves waves;
    private final Patterns patterns;
    private final Column singles = new Column();
    private final Column mixed = new Column();
    private int repeated;

    Repeats(Scratch scratch, Kinds kinds, Staging staging, int section) {
        this.kinds = kinds;
        this.staging = staging;
        this.section = section;
        this.suspects = new Suspects(scratch, "suspects", staging.count());
        this.placed = new Shelves(scratch, "placed");
        this.waves = new Waves(kinds);
        this.patterns = new Patterns(kinds);
    }

    /** Gives all edits of the section, the edits of a target in their order. */
    void give(Cutter cutter) throws IOException {
        sortOut();
        List<Group> groups = groups();
        if (groups.isEmpty()) {
            placeInWaves();
        } else {
            placeInGroups(new Paths(patterns, groups));
        }
        placed.each(0, Long.MAX_VALUE, cutter::take);
        cutter.finish();
        staging.edits().each(section, section + 1L, (major, kind, ordinal, mark, target) -> {
            if (mixed.get(kind) == 0) {
                cutter.take(major, kind, ordinal, 0, target);
            }
        });
    }

    /** Finds out which targets come more than once, and with which kinds of edits. */
    private void sortOut() throws IOException {
        staging.edits().each(section, section + 1L, (major, kind, ordinal, mark, target) -> {
            if (staging.repeating(section, target)) {
                suspects.put(ordinal, kind, target);
            } else {
                singles.count(kind);
            }
        });
        suspects.each((target, steps) -> {
            if (steps.size() == 1) {
                singles.count(steps.get(0).kind());
                return;
            }
            steps.forEach(step -> mixed.set(step.kind(), 1));
            if (!patterns.tooMany()) {
                patterns.addTargets(patterns.of(steps), 1);
            }
        });
    }

    /** The shortest row of groups that was found; empty where plain waves are as short, or there is too much to search. */
    private List<Group> groups() {
        // Whether a target repeats is first guessed by a hash: all suspects of a big document can prove innocent.
        boolean nothingRepeats = patterns.kinds() == 0;
        if (nothingRepeats || patterns.tooMany()) {
            return List.of();
        }
        for (int place = 0; place < patterns.kinds(); place++) {
            int count = singles.get(patterns.kind(place));
            if (count > 0) {
                patterns.addTargets(patterns.ofOne(patterns.kind(place)), count);
            }
        }
        Search search = new Search(patterns);
        if (search.atLeast() > MOST_CALLS || search.atLeast() == callsOfWaves()) {
            return List.of();
        }
        List<Group> groups = search.best();
        return groups.size() < callsOfWaves() ? groups : List.of();
    }

    private long callsOfWaves() {
        record Wave(long number, int kind) {}
        Map<Wave, Integer> sizes = new HashMap<>();
        int[] targets = patterns.targets();
        for (int sequence = 0; sequence < targets.length; sequence++) {
            long wave = -1;
            for (int rest = sequence; rest != Patterns.END && targets[sequence] > 0; rest = patterns.rest(rest)) {
                int kind = patterns.kind(patterns.first(rest));
                wave = waves.next(wave, kind);
                sizes.merge(new Wave(wave, kind), targets[sequence], Integer::sum);
            }
        }
        return sizes.entrySet().stream()
                .mapToLong(wave -> {
                    int limit = kinds.limit(wave.getKey().kind());
                    return (wave.getValue() + limit - 1) / limit;
                })
                .sum();
    }

    private void placeInWaves() throws IOException {
        place(
                (kind, ordinal, target) -> placed.put(waves.next(-1, kind), kind, ordinal, 0, target),
                (target, steps) -> {
                    long wave = -1;
                    for (Suspects.Step step : steps) {
                        wave = waves.next(wave, step.kind());
                        placed.put(wave, step.kind(), step.ordinal(), repeated, target);
                    }
                });
    }

    private void placeInGroups(Paths paths) throws IOException {
        place(
                (kind, ordinal, target) -> placed.put(paths.next(patterns.ofOne(kind))[0], kind, ordinal, 0, target),
                (target, steps) -> {
                    int[] path = paths.next(patterns.of(steps));
                    for (int i = 0; i < path.length; i++) {
                        placed.put(path[i], steps.get(i).kind(), steps.get(i).ordinal(), repeated, target);
                    }
                });
    }

    /** Gives the edits of mixed kinds: those whose targets come once, and those whose targets come again. */
    private void place(Single single, Suspects.Visitor several) throws IOException {
        staging.edits().each(section, section + 1L, (major, kind, ordinal, mark, target) -> {
            if (mixed.get(kind) > 0 && !staging.repeating(section, target)) {
                single.take(kind, ordinal, target);
            }
        });
        suspects.each((target, steps) -> {
            Suspects.Step first = steps.get(0);
            if (steps.size() > 1) {
                repeated++;
                several.visit(target, steps);
            } else if (mixed.get(first.kind()) > 0) {
                single.take(first.kind(), first.ordinal(), target);
            }
        });
    }

    @FunctionalInterface
    private interface Single {
        void take(int kind, long ordinal, String target) throws IOException;
    }

    @Override
    public void close() throws IOException {
        suspects.close();
        placed.close();
    }
}
