package bactrian.outcome;

/** What others say, put so that more can be said after it. */
public final class Sentence {
    private Sentence() {}

    /** With a full stop, where it does not end like a sentence. */
    public static String of(String said) {
        return said.matches("(?s).*[.!?]") ? said : said + ".";
    }

    /** What a failure says; which kind of failure it is where it says nothing. */
    public static String of(Throwable failure) {
        return of(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }
}
