package bactrian.dispatch;

import bactrian.outcome.Outcome;
import bactrian.provider.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a call that was refused whole, or done in part, goes on as smaller ones.
 *
 * @param settled one an edit, in the call's order; empty for edits that go out again
 * @param parts places (from 0) of the edits of each new call
 */
record Division(List<Optional<Outcome>> settled, List<List<Integer>> parts) {

    /**
     * Culprits that are named fail alone and the rest goes out again; where none is named, two halves do.
     *
     * @param budget how many more calls may be made
     * @return empty when all edits share the refusal
     */
    static Optional<Division> of(Reading.Refused refused, int size, int budget) {
        if (refused.blame() == Reading.Blame.WHOLE_CALL || size < 2) {
            return Optional.empty();
        }
        List<Optional<Outcome>> settled = new ArrayList<>(Collections.nCopies(size, Optional.empty()));
        refused.culprits().forEach(place -> settled.set(place, Optional.of(refused.outcome())));
        List<Integer> rest = places(settled);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        List<List<Integer>> parts =
                rest.size() < size ? List.of(rest) : List.of(rest.subList(0, size / 2), rest.subList(size / 2, size));
        return parts.size() <= budget ? Optional.of(new Division(settled, parts)) : Optional.empty();
    }

    /** What certainly was not applied goes out again together. */
    static Division of(Reading.Partly partly) {
        return ofRest(partly.outcomes());
    }

    /** Edits without an outcome go out together. */
    static Division ofRest(List<Optional<Outcome>> outcomes) {
        return new Division(outcomes, List.of(places(outcomes)));
    }

    private static List<Integer> places(List<Optional<Outcome>> outcomes) {
        return IntStream.range(0, outcomes.size())
                .filter(place -> outcomes.get(place).isEmpty())
                .boxed()
                .toList();
    }
}
