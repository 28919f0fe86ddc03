package bactrian.dispatch;

import bactrian.provider.Reply;

/** What is known after one attempt at a request. */
public sealed interface Attempt {

    /** The provider answered, whatever it said. */
    record Answered(Reply reply) implements Attempt {}

    /**
     * Not a byte of it left: no connection, no such host, no TLS. Sending it again cannot apply anything twice.
     *
     * @param why for people, with its full stop
     */
    record NeverSent(String why) implements Attempt {}

    /**
     * It was sent, at least in part, and no answer that can be understood came back: it may have been applied.
     *
     * @param why for people, with its full stop
     */
    record Lost(Loss loss, String why) implements Attempt {}

    /** How an answer was lost. */
    enum Loss {
        /** None came in time. */
        TIMEOUT,
        /** The connection broke, or what came back cannot be read. */
        BROKEN
    }
}
