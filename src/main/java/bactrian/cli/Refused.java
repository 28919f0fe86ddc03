package bactrian.cli;

/** A command cannot be done as it was asked. Ends it with exit code 2. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for people */
    Refused(String message) {
        super(message);
    }
}
