package bactrian.operation;

import java.util.Optional;

/** A credential. Its text is only given out by name, so that it cannot slip into a log or a message. */
public final class Secret {
    /** What is printed where a secret stands. */
    public static final String MASK = "***";

    private final Source source;
    private volatile String text;

    private Secret(String text, Source source) {
        this.text = text;
        this.source = source;
    }

    public static Secret of(String text) {
        return new Secret(text, () -> text);
    }

    /** One that is kept elsewhere, for example in a file, and may change there. */
    public static Secret of(String text, Source source) {
        return new Secret(text, source);
    }

    /**
     * Takes what is at its source by now.
     *
     * @return why it stays as it is instead, in sentences for people, where no credential can be had there
     */
    public Optional<String> renew() {
        try {
            text = source.read();
            return Optional.empty();
        } catch (Unreadable unreadable) {
            return Optional.of(unreadable.why());
        }
    }

    /** Where a credential is kept. */
    @FunctionalInterface
    public interface Source {
        /** What is there by now. */
        String read() throws Unreadable;
    }

    /** There is no credential at its source. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        /** @param why in sentences for people; nothing of what was found */
        public Unreadable(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
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
