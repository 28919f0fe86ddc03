package bactrian.dispatch;

import bactrian.operation.Connection;
import bactrian.operation.Secret;
import bactrian.provider.Dialect;
import bactrian.provider.Provider;
import java.util.Optional;

/**
 * Where a connection's requests go, and how its provider is spoken to.
 *
 * @param missingCredentials what to say where there are none to send; empty where there are
 */
record Upstream(Connection connection, Dialect dialect, Optional<String> missingCredentials) {

    static Upstream of(Connection connection, Provider provider) {
        return new Upstream(
                connection,
                provider.dialect(connection),
                provider.profile().missing().apply(connection));
    }

    /** The connection's name. */
    String name() {
        return connection.name();
    }

    void renewCredentials() {
        connection.secrets().values().forEach(Secret::renew);
    }
}
