package bactrian.instruction;

import java.util.Optional;

/** What a folder, a message or a command line says for rows that do not say it themselves. */
public record Defaults(Optional<String> provider, Optional<String> operation, Optional<String> connection) {

    public static final Defaults NONE = new Defaults(Optional.empty(), Optional.empty(), Optional.empty());
}
