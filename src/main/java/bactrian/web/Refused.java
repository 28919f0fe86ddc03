package bactrian.web;

import bactrian.outcome.Code;

/** A request that cannot be granted, with the problem document that says why. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient WebResponse problem;

    private Refused(WebResponse problem) {
        super("refused with status " + problem.status());
        this.problem = problem;
    }

    /** @param detail what happened and what to do, for people */
    public static Refused because(int status, String detail) {
        return new Refused(ProblemDetail.of(status, detail));
    }

    /** @param detail what happened and what to do, for people */
    public static Refused because(int status, Code code, String detail) {
        return new Refused(ProblemDetail.of(status, code, detail));
    }

    /** What may be granted in a second. @param detail what happened and what to do, for people */
    static Refused forNow(String detail) {
        return new Refused(ProblemDetail.of(503, detail).with("Retry-After", "1"));
    }

    WebResponse problem() {
        return problem;
    }
}
