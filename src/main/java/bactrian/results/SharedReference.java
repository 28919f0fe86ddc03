package bactrian.results;

import java.util.Optional;

/** The sender's own id of a whole document: what all of it says, where all of it says the same. */
final class SharedReference {
    private Optional<String> said = Optional.empty();
    private boolean begun;
    private boolean open = true;

    /** Whether what comes can still make a difference. */
    boolean isOpen() {
        return open;
    }

    /** A row or an instruction says this. */
    void add(Optional<String> reference) {
        if (!begun) {
            said = reference;
        } else if (!said.equals(reference)) {
            said = Optional.empty();
        }
        begun = true;
        open = said.isPresent();
    }

    Optional<String> text() {
        return said;
    }
}
