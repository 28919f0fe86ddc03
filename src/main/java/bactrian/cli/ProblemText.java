package bactrian.cli;

import bactrian.outcome.Problem;

/** A problem for people. */
final class ProblemText {

    private ProblemText() {}

    /** For example {@code line 7, row 6, newDueDate: 'tomorrow' is no date. Write … [invalid-value]}. */
    static String line(Problem problem) {
        String found = problem.found().map(text -> " Found: " + text + ".").orElse("");
        return problem.place().told(problem.message()) + found + " " + problem.hint() + " ["
                + problem.code().word() + "]";
    }
}
