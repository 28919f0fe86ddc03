package bactrian.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the shortest row of groups in which every target finds its edits in their order: a shortest common
 * supersequence with groups of limited size. That is NP-hard, so this is a beam search: of all the ways to go on it
 * keeps the most promising ones, many where the section is small, one where it is big.
 *
 * <p>A way is judged by the groups it has made plus those it needs at least, then by how much it has got done for targets
 * that have most before them.
 */
final class Search {
    private static final long EFFORT = 8_000_000;
    private static final int WIDEST = 256;

    private final Standing start;
    private final int width;

    Search(Patterns patterns) {
        this.start = Standing.start(patterns, new Needs(patterns));
        long step = (long) (patterns.size() + patterns.kinds()) * (1 + patterns.kinds());
        long steps = 1 + start.atLeast();
        this.width = (int) Math.max(1, Math.min(WIDEST, EFFORT / (step * steps)));
    }

    /** No row of groups is shorter. */
    int atLeast() {
        return start.atLeast();
    }

    /** The best row of groups that was found. */
    List<Group> best() {
        Optional<Standing> best = Optional.empty();
        List<Standing> beam = List.of(start.settleSafely());
        while (!beam.isEmpty()) {
            List<Step> steps = new ArrayList<>();
            for (Standing standing : beam) {
                if (standing.finished()) {
                    if (best.isEmpty() || standing.groups() < best.get().groups()) {
                        best = Optional.of(standing);
                    }
                } else {
                    standing.waysOn().forEach(kind -> steps.add(Step.of(standing, kind, width == 1)));
                }
            }
            int toBeat = best.map(Standing::groups).orElse(Integer.MAX_VALUE);
            beam = nextBeam(steps, toBeat);
        }
        return best.orElseThrow().history();
    }

    private List<Standing> nextBeam(List<Step> steps, int toBeat) {
        Collections.sort(steps, Comparator.comparingInt(Step::atLeast).thenComparingLong(Step::left));
        List<Standing> beam = new ArrayList<>();
        Set<Standing.Position> positions = new HashSet<>();
        for (Step step : steps) {
            if (beam.size() == width || step.atLeast() >= toBeat) {
                break;
            }
            Standing standing = step.take().settleSafely();
            if (positions.add(standing.position())) {
                beam.add(standing);
            }
        }
        return beam;
    }

    /** A way to go on, weighed but not yet gone. */
    private record Step(Standing from, Take next, int atLeast, long left) {

        static Step of(Standing from, int kind, boolean manyAtOnce) {
            Take take = from.plan(kind, manyAtOnce);
            return new Step(from, take, from.atLeastAfter(take), from.leftAfter(take));
        }

        Standing take() {
            return from.after(next);
        }
    }
}
