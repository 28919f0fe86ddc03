package bactrian.provider.close;

import bactrian.operation.Connection;
import bactrian.operation.Operation;
import bactrian.operation.Secret;
import bactrian.provider.Dialect;
import bactrian.provider.Profile;
import bactrian.provider.Profile.Setting;
import bactrian.provider.Provider;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Close. An API key belongs to one user in one organization, so no organization is configured. */
public final class CloseProvider implements Provider {
    static final String NAME = "close";
    static final String API_KEY = "api-key";
    static final String ACCESS_TOKEN = "access-token";
    static final String READ_BACK = "read-back";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "Close",
                URI.create("https://api.close.com/api/v1"),
                "CLOSE_BASE_URL",
                10,
                List.of(
                        new Setting(API_KEY, Optional.of("CLOSE_API_KEY"), true, "The API key."),
                        new Setting(
                                ACCESS_TOKEN,
                                Optional.of("CLOSE_ACCESS_TOKEN"),
                                true,
                                "An OAuth access token, instead of an API key."),
                        new Setting(
                                READ_BACK,
                                Optional.empty(),
                                false,
                                "Whether tasks are read back after a bulk update to prove that each was changed: true"
                                        + " (default) or false.")),
                CloseProvider::missing);
    }

    @Override
    public List<Operation> operations() {
        return CloseCatalogue.operations();
    }

    @Override
    public Dialect dialect(Connection connection) {
        return new CloseDialect(connection);
    }

    private static Optional<String> missing(Connection connection) {
        boolean proven = connection
                .secret(API_KEY)
                .or(() -> connection.secret(ACCESS_TOKEN))
                .map(Secret::reveal)
                .filter(text -> !text.isBlank())
                .isPresent();
        return proven
                ? Optional.empty()
                : Optional.of("Connection " + connection.name() + " has no credentials: set CLOSE_API_KEY or"
                        + " CLOSE_ACCESS_TOKEN (bactrian.connections." + connection.name() + "." + API_KEY + ").");
    }
}
