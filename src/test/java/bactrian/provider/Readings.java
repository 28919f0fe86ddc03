package bactrian.provider;

import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reading amounts to. */
final class Readings {
    private Readings() {}

    /** Some edit is known to have succeeded. */
    static boolean succeeds(Reading reading) {
        return outcomes(reading).anyMatch(outcome -> outcome.status() == Status.SUCCEEDED);
    }

    /** Some edit is known to have failed. */
    static boolean refuses(Reading reading) {
        return reading instanceof Reading.Refused
                || outcomes(reading).anyMatch(outcome -> outcome.status() == Status.FAILED);
    }

    /** It is not the same for every edit. */
    static boolean differs(Reading reading) {
        return reading instanceof Reading.Refused refused && refused.blame() == Reading.Blame.SOME_EDITS
                || reading instanceof Reading.Partly
                || outcomes(reading).map(Outcome::status).distinct().count() > 1
                || outcomes(reading).anyMatch(outcome -> outcome.code() == Code.PARTIAL);
    }

    /** How many edits it speaks of; empty where it speaks of the call as a whole. */
    static Optional<Integer> size(Reading reading) {
        if (reading instanceof Reading.Settled settled) {
            return Optional.of(settled.outcomes().size());
        }
        return reading instanceof Reading.Partly partly
                ? Optional.of(partly.outcomes().size())
                : Optional.empty();
    }

    static Stream<Outcome> outcomes(Reading reading) {
        if (reading instanceof Reading.Settled settled) {
            return settled.outcomes().stream();
        }
        List<Optional<Outcome>> none = List.of();
        return (reading instanceof Reading.Partly partly ? partly.outcomes() : none)
                .stream().flatMap(Optional::stream);
    }
}
