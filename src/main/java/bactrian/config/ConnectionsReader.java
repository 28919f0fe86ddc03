package bactrian.config;

import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.outcome.Nearest;
import bactrian.provider.Provider;
import bactrian.provider.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads all connections that any key speaks of. */
final class ConnectionsReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    private final Providers providers;
    private final Entries entries;
    private final SecretFiles secretFiles;
    private final Patience patience;

    ConnectionsReader(Providers providers, Entries entries, SecretFiles secretFiles, Patience patience) {
        this.providers = providers;
        this.entries = entries;
        this.secretFiles = secretFiles;
        this.patience = patience;
    }

    Connections read() {
        List<Connection> connections = new ArrayList<>();
        for (String name : names()) {
            provider(name).ifPresent(provider -> {
                refuseUnknown(name, provider);
                connections.add(new ConnectionReader(entries, secretFiles, patience, name, provider).read());
            });
        }
        return Connections.of(connections);
    }

    static Flaw misnamed(String where, String name) {
        return new Flaw(
                where, "'" + name + "' cannot be the name of a connection.", "Use small letters, digits, - and _.");
    }

    private List<String> names() {
        return entries.all().stream()
                .filter(entry -> entry.key().startsWith(ConnectionKeys.PREFIX))
                .map(entry ->
                        entry.key().substring(ConnectionKeys.PREFIX.length()).split("\\.", 2)[0])
                .distinct()
                .sorted()
                .toList();
    }

    /** What {@code provider} says; without it, the provider that has the connection's name. */
    private Optional<Provider> provider(String name) {
        String key = ConnectionKeys.PREFIX + name + ".provider";
        if (!NAME.matcher(name).matches()) {
            entries.flaw(misnamed(anyPlace(name), name));
            return Optional.empty();
        }
        if (entries.entry(key).isEmpty()) {
            Optional<Provider> meant = providers.find(name);
            if (meant.isEmpty()) {
                entries.flaw(new Flaw(
                        anyPlace(name),
                        "The connection " + name + " has no provider.",
                        "Set " + key + " to " + known()));
            }
            return meant;
        }
        return entries.parsed(key, known(), providers::find);
    }

    private void refuseUnknown(String name, Provider provider) {
        List<String> known = ConnectionKeys.of(provider);
        ConnectionKeys.given(entries, name)
                .filter(key -> !ConnectionKeys.known(key, known))
                .forEach(key -> {
                    Entry entry = entries.entry(ConnectionKeys.PREFIX + name + "." + key)
                            .orElseThrow();
                    String hint = Nearest.to(key, known)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Connections to " + provider.name() + " know: " + String.join(", ", known) + ".");
                    entries.flaw(new Flaw(entry.where(), "There is no setting " + entry.key() + ".", hint));
                });
    }

    private String anyPlace(String name) {
        return entries.all().stream()
                .filter(entry -> entry.key().startsWith(ConnectionKeys.PREFIX + name))
                .map(Entry::where)
                .findFirst()
                .orElse("");
    }

    private String known() {
        return "one of "
                + String.join(", ", providers.all().stream().map(Provider::name).toList());
    }
}
