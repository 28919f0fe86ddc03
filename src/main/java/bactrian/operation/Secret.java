package bactrian.operation;

/** A credential. Its text is only given out by name, so that it cannot slip into a log or a message. */
public final class Secret {
    /** What is printed where a secret stands. */
    public static final String MASK = "***";

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The credential itself, for the request that carries it and nothing else. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return MASK;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
