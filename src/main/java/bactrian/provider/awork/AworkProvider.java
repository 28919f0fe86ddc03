package bactrian.provider.awork;

import bactrian.operation.Connection;
import bactrian.operation.Operation;
import bactrian.provider.Dialect;
import bactrian.provider.Profile;
import bactrian.provider.Provider;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** awork, the work management service: batch operations on tasks. */
public final class AworkProvider implements Provider {
    static final String NAME = "awork";
    static final String TOKEN = "token";

    private static final String TOKEN_VARIABLE = "AWORK_TOKEN";

    @Override
    public String name() {
        return NAME;
    }

    /**
     * awork documents 1 000 requests a minute for a workspace (3 000 for Enterprise), shared by all its clients: 10 a
     * second leaves room for the others.
     */
    @Override
    public Profile profile() {
        return new Profile(
                "awork",
                URI.create("https://api.awork.com/api/v1"),
                "AWORK_BASE_URL",
                10,
                List.of(Profile.Setting.credential(TOKEN, TOKEN_VARIABLE, "API key or OAuth token of the account.")),
                AworkProvider::missing);
    }

    @Override
    public List<Operation> operations() {
        return AworkCatalogue.operations();
    }

    @Override
    public Dialect dialect(Connection connection) {
        return new AworkDialect(connection);
    }

    private static Optional<String> missing(Connection connection) {
        return Profile.proves(connection, TOKEN)
                ? Optional.empty()
                : Optional.of(Profile.lacking(
                        connection,
                        "has no token",
                        "set " + TOKEN_VARIABLE + " to an API key or an OAuth token",
                        TOKEN));
    }
}
