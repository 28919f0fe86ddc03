package bactrian.outcome;

/** The failure that caused the failure that caused a failure: it knows best what is wrong. */
public final class RootCause {
    private RootCause() {}

    /** The failure itself where nothing caused it. */
    public static Throwable of(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
