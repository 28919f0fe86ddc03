package bactrian.instruction;

import bactrian.operation.Connection;
import java.util.List;
import java.util.Optional;

/**
 * Which operation a row or an instruction means, and over which connection.
 *
 * @param found empty where it cannot be done
 * @param flaws why it cannot
 * @param known whether the catalogue has the operation: a document without any such row is refused
 */
record Address(Optional<Found> found, List<Flaw> flaws, boolean known) {

    record Found(Form form, Connection connection) {}

    static Address of(Form form, Connection connection) {
        return new Address(Optional.of(new Found(form, connection)), List.of(), true);
    }

    static Address unknown(Flaw flaw) {
        return new Address(Optional.empty(), List.of(flaw), false);
    }

    static Address unconnected(Flaw flaw) {
        return new Address(Optional.empty(), List.of(flaw), true);
    }
}
