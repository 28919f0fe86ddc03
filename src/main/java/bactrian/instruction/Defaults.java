package bactrian.instruction;

import java.nio.file.Path;
import java.util.Optional;

/** What a folder, a message or a command line says for rows that do not say it themselves. */
public record Defaults(Optional<String> provider, Optional<String> operation, Optional<String> connection) {

    public static final Defaults NONE = new Defaults(Optional.empty(), Optional.empty(), Optional.empty());

    /** These, and what {@code others} say where these say nothing. */
    public Defaults or(Defaults others) {
        return new Defaults(
                provider.or(others::provider), operation.or(others::operation), connection.or(others::connection));
    }

    /**
     * What a folder below the inbox says: {@code awork/setprio} names provider and operation, {@code awork} the
     * provider. Folders further down say nothing.
     *
     * @param folder relative to the inbox; empty or {@code .} for the inbox itself
     */
    public static Defaults ofFolder(Path folder) {
        Path plain = folder.normalize();
        return new Defaults(name(plain, 0), name(plain, 1), Optional.empty());
    }

    private static Optional<String> name(Path folder, int index) {
        if (index >= folder.getNameCount()) {
            return Optional.empty();
        }
        return Optional.of(folder.getName(index).toString()).filter(name -> !name.isBlank());
    }
}
