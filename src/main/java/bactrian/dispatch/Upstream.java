package bactrian.dispatch;

import bactrian.operation.Connection;
import bactrian.provider.Dialect;
import bactrian.provider.Provider;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a connection's requests go, and how its provider is spoken to.
 *
 * @param missingCredentials what to say where there are none to send; empty where there are
 * @param renewal takes credentials anew from where they are kept
 */
record Upstream(Connection connection, Dialect dialect, Optional<String> missingCredentials, Renewal renewal) {
    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

    static Upstream of(Connection connection, Provider provider) {
        return new Upstream(
                connection,
                provider.dialect(connection),
                provider.profile().missing().apply(connection),
                new Renewal(connection.secrets().values()));
    }

    /** The connection's name. */
    String name() {
        return connection.name();
    }

    void renewCredentials() {
        renewal.renew().ifPresent(why -> LOG.warn("Connection {} keeps the credentials it has: {}", name(), why));
    }
}
