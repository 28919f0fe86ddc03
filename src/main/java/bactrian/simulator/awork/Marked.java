package bactrian.simulator.awork;

/** Task ids that fare differently from the rest, by their first eight digits. */
enum Marked {
    /** {@code 00000000-…}: there is no such task. */
    NOT_FOUND("00000000-"),
    /** {@code 00000001-…}: this user must not edit it. */
    UNAUTHORIZED("00000001-"),
    /** {@code 00000002-…}: whatever is asked of it is a bad request. */
    BAD_REQUEST("00000002-"),
    /** {@code 00000003-…}: edited, but the answer forgets to mention it. */
    FORGOTTEN("00000003-"),
    /** Any other. */
    ORDINARY("");

    private final String prefix;

    Marked(String prefix) {
        this.prefix = prefix;
    }

    static Marked of(String id) {
        for (Marked marked : values()) {
            if (id.startsWith(marked.prefix)) {
                return marked;
            }
        }
        return ORDINARY;
    }
}
