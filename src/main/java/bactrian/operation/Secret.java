package bactrian.operation;

import java.util.Optional;
import java.util.function.Supplier;

/** A credential. Its text is only given out by name, so that it cannot slip into a log or a message. */
public final class Secret {
    /** What is printed where a secret stands. */
    public static final String MASK = "***";

    private final Supplier<Optional<String>> source;
    private volatile String text;

    private Secret(String text, Supplier<Optional<String>> source) {
        this.text = text;
        this.source = source;
    }

    public static Secret of(String text) {
        return new Secret(text, Optional::empty);
    }

    /**
     * One that is kept elsewhere, for example in a file, and may change there.
     *
     * @param source gives what is there by now; empty where that cannot be had
     */
    public static Secret of(String text, Supplier<Optional<String>> source) {
        return new Secret(text, source);
    }

    /** Takes what is at its source by now; stays as it is where that cannot be had, or where it has no source. */
    public void renew() {
        source.get().ifPresent(renewed -> text = renewed);
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
