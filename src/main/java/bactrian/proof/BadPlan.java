package bactrian.proof;

/** A saved plan that cannot be applied. The message says for people why, and what to do. */
public final class BadPlan extends Exception {
    private static final long serialVersionUID = 1L;

    BadPlan(String message) {
        super(message);
    }
}
