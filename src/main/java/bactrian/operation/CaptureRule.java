package bactrian.operation;

import java.util.Optional;

/** When the values before are kept, so that an edit can be undone. */
public enum CaptureRule {
    /** For operations that destroy, and for edits by a selection that can be listed. */
    AUTO,
    ALWAYS,
    NEVER;

    /** The setting of every connection. */
    public static final String SETTING = "capture";

    /** The rule of a connection. */
    public static CaptureRule of(Connection connection) {
        return connection.option(SETTING).flatMap(CaptureRule::read).orElse(AUTO);
    }

    /** The rule that is written as {@code auto}, {@code true} or {@code false}. */
    public static Optional<CaptureRule> read(String word) {
        return switch (word) {
            case "auto" -> Optional.of(AUTO);
            case "true" -> Optional.of(ALWAYS);
            case "false" -> Optional.of(NEVER);
            default -> Optional.empty();
        };
    }

    /** Whether this change of this operation is captured, where it can be. */
    public boolean captures(Operation operation, Change change) {
        return this == ALWAYS
                || this == AUTO && (operation.destroys() || change.where().isPresent());
    }
}
