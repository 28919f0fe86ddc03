package bactrian.cli;

/** Somebody stopped the command before it was through. Ends it with exit code 130; the job can go on. */
final class Interrupted extends Exception {

    private static final long serialVersionUID = 1L;

    Interrupted(String message) {
        super(message);
    }
}
