package bactrian.simulator.wire;

/** What goes wrong with a request. {@code BEFORE}: it was not applied. {@code AFTER}: it was, whatever the client sees. */
public enum Effect {
    /** 429, not applied; the header form and the wait are the fault's. */
    TOO_MANY_REQUESTS,
    /** 401, not applied. */
    UNAUTHORIZED,
    /** The whole call is refused, as for one bad id; the answer names nothing. Not applied. */
    REFUSED,
    /** The same; the answer names what the fault holds. Not applied. */
    REFUSED_BY_NAME,
    /** 500, not applied. */
    ERROR_BEFORE,
    /** 500, although applied. */
    ERROR_AFTER,
    /** A gateway's 502 with an HTML page, not applied. */
    BAD_GATEWAY_BEFORE,
    /** A gateway's 502 with an HTML page, although applied. */
    BAD_GATEWAY_AFTER,
    /** A gateway's 504 with an HTML page, not applied. */
    GATEWAY_TIMEOUT_BEFORE,
    /** A gateway's 504 with an HTML page, although applied. */
    GATEWAY_TIMEOUT_AFTER,
    /** 503, not applied. */
    UNAVAILABLE,
    /** The connection is dropped without an answer, not applied. */
    RESET_BEFORE,
    /** The connection is dropped without an answer, although applied. */
    RESET_AFTER,
    /** Nothing happens for the fault's wait; then the request is applied and answered. */
    DELAY_BEFORE,
    /** Applied at once, answered after the fault's wait. */
    DELAY_AFTER,
    /** Applied; the right status with nothing in it. */
    EMPTY_BODY,
    /** Applied; a complete answer holding the first half of the JSON. */
    TRUNCATED_JSON,
    /** Applied; the connection is dropped half-way through the answer. */
    CUT_SHORT,
    /** Applied; the right status with JSON nobody asked for. */
    UNEXPECTED_JSON;

    /** {@code error-after} and the like. */
    public static Effect of(String name) {
        return valueOf(Text.constant(name));
    }

    boolean applied() {
        return switch (this) {
            case TOO_MANY_REQUESTS,
                    UNAUTHORIZED,
                    REFUSED,
                    REFUSED_BY_NAME,
                    ERROR_BEFORE,
                    BAD_GATEWAY_BEFORE,
                    GATEWAY_TIMEOUT_BEFORE,
                    UNAVAILABLE,
                    RESET_BEFORE -> false;
            case ERROR_AFTER,
                    BAD_GATEWAY_AFTER,
                    GATEWAY_TIMEOUT_AFTER,
                    RESET_AFTER,
                    DELAY_BEFORE,
                    DELAY_AFTER,
                    EMPTY_BODY,
                    TRUNCATED_JSON,
                    CUT_SHORT,
                    UNEXPECTED_JSON -> true;
        };
    }
}
