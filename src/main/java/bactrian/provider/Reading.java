package bactrian.provider;

import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an answer says about a call. */
public sealed interface Reading {

    /** @param outcomes exactly one an edit, in the call's order */
    record Settled(List<Outcome> outcomes) implements Reading {
        public Settled {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * The provider works on it, or more has to be asked.
     *
     * @param pause before asking
     * @param progress for people, for example {@code 120 of 400 leads}; empty when unknown
     */
    record Following(Pursuit pursuit, Pause pause, String progress) implements Reading {}

    /** How long to wait before the next question. */
    enum Pause {
        NONE,
        POLL_INTERVAL
    }

    /**
     * The provider refused the whole call and changed nothing.
     *
     * @param outcome what every edit becomes that is refused in the end
     * @param culprits places (from 0, in the call's order) of the edits that the answer names; they fail alone and the
     *     others are sent again; empty when it names none
     * @param blame what the refusal is about
     */
    record Refused(Outcome outcome, Set<Integer> culprits, Blame blame) implements Reading {
        public Refused {
            culprits = Set.copyOf(culprits);
        }
    }

    /** What a refusal is about. */
    enum Blame {
        /** Targets, or nothing that was named: halves of the call are tried until the culprits stand alone. */
        SOME_EDITS,
        /** A parameter or the account, which all edits share: all fail. */
        WHOLE_CALL
    }

    /**
     * A part is settled; the edits without an outcome were certainly not applied and go out once more, in a call of
     * their own.
     *
     * @param outcomes one an edit, in the call's order; empty ones are sent again
     */
    record Partly(List<Optional<Outcome>> outcomes) implements Reading {
        public Partly {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Some edits are not to be sent at all; the others go out, for the first time.
     *
     * @param outcomes one an edit, in the call's order; empty ones are sent
     */
    record Narrowed(List<Optional<Outcome>> outcomes) implements Reading {
        public Narrowed {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** The provider did nothing and asks for another try, for example after a conflict. Counts as an attempt. */
    record Again(String why) implements Reading {}

    /**
     * The answer cannot be understood, so what became of the call is not known: treated like a lost answer.
     *
     * @param why for people
     */
    record Unreadable(String why) implements Reading {}

    /** A call found after its answer was lost turns out to have never been taken: it may be sent again. */
    record NeverTaken() implements Reading {}
}
