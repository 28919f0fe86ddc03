package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.util.Optional;

/**
 * What is wrong with a row or an instruction, apart from where it stands: rows that say the same share their flaws.
 *
 * @param field the column or parameter at fault, where it is one
 * @param hint empty for the code's own
 */
record Flaw(Code code, Optional<String> field, String message, Optional<String> found, Optional<String> hint) {

    static Flaw in(String field, Code code, String message) {
        return new Flaw(code, Optional.of(field), message, Optional.empty(), Optional.empty());
    }

    static Flaw of(Code code, String message) {
        return new Flaw(code, Optional.empty(), message, Optional.empty(), Optional.empty());
    }

    Flaw found(String text) {
        return new Flaw(code, field, message, Optional.of(text), hint);
    }

    Flaw hint(String text) {
        return new Flaw(code, field, message, found, Optional.of(text));
    }

    /** A flaw in a name that nobody knows, with the nearest that somebody does. */
    Flaw nearest(Optional<String> name) {
        return name.map(near -> hint("Did you mean '" + near + "'? " + code.hint()))
                .orElse(this);
    }

    Problem at(Place place) {
        Problem problem = Problem.of(code, field.map(place::field).orElse(place), message);
        if (found.isPresent()) {
            problem = problem.found(found.get());
        }
        return hint.isPresent() ? problem.hint(hint.get()) : problem;
    }
}
