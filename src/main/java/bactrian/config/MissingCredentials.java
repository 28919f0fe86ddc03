package bactrian.config;

import bactrian.operation.Connection;
import bactrian.provider.Profile.Setting;
import bactrian.provider.Provider;
import bactrian.provider.Providers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a connection still needs, with the variables and files that its own settings name. */
final class MissingCredentials {

    private final Providers providers;
    private final Entries entries;

    MissingCredentials(Providers providers, Entries entries) {
        this.providers = providers;
        this.entries = entries;
    }

    /** For people; empty when nothing is missing. */
    Optional<String> of(Connection connection) {
        return providers.find(connection.provider()).flatMap(provider -> provider.profile()
                .missing()
                .apply(connection)
                .map(message -> message + ownPlaces(connection, provider)));
    }

    /** Where this connection looks, where that is elsewhere than in the variables the provider's own message names. */
    private String ownPlaces(Connection connection, Provider provider) {
        List<String> places = provider.profile().settings().stream()
                .filter(setting -> connection.secret(setting.key()).isEmpty())
                .filter(setting -> connection.option(setting.key()).isEmpty())
                .flatMap(setting -> places(connection, setting))
                .toList();
        return places.isEmpty()
                ? ""
                : places.stream()
                        .collect(Collectors.joining(", ", " (Connection " + connection.name() + " reads ", ".)"));
    }

    private Stream<String> places(Connection connection, Setting setting) {
        String key = ConnectionKeys.PREFIX + connection.name() + "." + setting.key();
        Stream<String> variable = entries.entry(key).stream()
                .flatMap(entry -> Placeholders.variableOf(entry.value()).stream())
                .filter(name -> !setting.variable().equals(Optional.of(name)));
        Stream<String> within =
                entries.entry(key).stream().flatMap(entry -> Placeholders.fileOf(entry.value()).stream());
        Stream<String> file =
                setting.secret() ? entries.entry(key + "-file").stream().map(Entry::value) : Stream.of();
        return Stream.concat(variable, Stream.concat(within, file).map(name -> "the file " + name));
    }
}
