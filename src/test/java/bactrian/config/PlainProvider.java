package bactrian.config;

import bactrian.operation.Connection;
import bactrian.operation.Operation;
import bactrian.provider.Dialect;
import bactrian.provider.Profile;
import bactrian.provider.Profile.Setting;
import bactrian.provider.Provider;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A provider with one credential, one setting of its own and open ones. */
record PlainProvider(String name) implements Provider {

    @Override
    public Profile profile() {
        return new Profile(
                "Plain",
                URI.create("https://plain.example/v1"),
                "PLAIN_BASE_URL",
                7,
                List.of(
                        new Setting("token", Optional.of("PLAIN_TOKEN"), true, "The token."),
                        new Setting("team", Optional.of("PLAIN_TEAM"), false, "The team."),
                        new Setting(
                                "fields.*",
                                Optional.empty(),
                                false,
                                "Types of own fields.",
                                List.of("number", "boolean"))),
                connection ->
                        connection.secret("token").isPresent() ? Optional.empty() : Optional.of("Set PLAIN_TOKEN."));
    }

    @Override
    public List<Operation> operations() {
        return List.of();
    }

    @Override
    public Dialect dialect(Connection connection) {
        throw new AssertionError("configuration never speaks");
    }
}
