package bactrian.flow;

import bactrian.outcome.Code;

/** A message of which nothing can be made. Its message says for people why. */
public final class UnusableMessage extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;

    UnusableMessage(Code code, String message) {
        super(message);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
