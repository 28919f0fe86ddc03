package bactrian.provider;

import bactrian.operation.Connection;
import bactrian.operation.Operation;
import java.util.List;

/** A service that is edited. */
public interface Provider {

    /** Short name; also its folder, its configuration value and the prefix of its steps, for example {@code awork}. */
    String name();

    /** What a connection to it needs. */
    Profile profile();

    /** Its part of the catalogue. */
    List<Operation> operations();

    /** How calls to it are written and its answers are read, under the settings of one connection. */
    Dialect dialect(Connection connection);
}
