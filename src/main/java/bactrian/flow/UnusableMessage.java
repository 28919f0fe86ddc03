package bactrian.flow;

/** A message of which nothing can be made. Its message says for people why. */
public final class UnusableMessage extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableMessage(String message) {
        super(message);
    }
}
