package bactrian.instruction;

import bactrian.outcome.Problem;
import java.io.IOException;

/** A document that cannot be read any further, and why. */
final class Unusable extends IOException {
    private final transient Problem problem;

    Unusable(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
