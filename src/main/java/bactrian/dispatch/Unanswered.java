package bactrian.dispatch;

import bactrian.operation.Connection;

/** A question got no answer. The message says for people why. */
public final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of reason there is. */
    public enum Because {
        /** Nothing can be asked before they are set. */
        NO_CREDENTIALS,
        AWAY
    }

    private final Because because;

    /** @param sentence why, with its full stop */
    Unanswered(Connection connection, String sentence) {
        this(connection, sentence, Because.AWAY);
    }

    Unanswered(Connection connection, String sentence, Because because) {
        super("Connection " + connection.name() + " cannot be read: " + sentence);
        this.because = because;
    }

    public Because because() {
        return because;
    }
}
