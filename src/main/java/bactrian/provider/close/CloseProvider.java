package bactrian.provider.close;

import bactrian.operation.Connection;
import bactrian.operation.Operation;
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
                        Setting.credential(API_KEY, "CLOSE_API_KEY", "The API key."),
                        Setting.credential(
                                ACCESS_TOKEN, "CLOSE_ACCESS_TOKEN", "An OAuth access token, instead of an API key."),
                        Setting.option(
                                READ_BACK,
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
        return Profile.proves(connection, API_KEY) || Profile.proves(connection, ACCESS_TOKEN)
                ? Optional.empty()
                : Optional.of(Profile.lacking(
                        connection, "has no credentials", "set CLOSE_API_KEY or CLOSE_ACCESS_TOKEN", API_KEY));
    }
}
