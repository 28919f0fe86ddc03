package bactrian.config;

import bactrian.provider.Profile.Setting;
import bactrian.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which keys a connection knows. */
final class ConnectionKeys {

    static final String PREFIX = "bactrian.connections.";

    private static final List<String> EVERY = List.of(
            "provider",
            "base-url",
            "requests-per-second",
            "max-concurrent-calls",
            "max-ids-per-call",
            "connect-timeout",
            "response-timeout",
            "max-attempts",
            "give-up-after",
            "poll-interval",
            "poll-deadline",
            "max-split-calls",
            "settle-delay",
            "capture",
            "hold.rows",
            "hold.destroying",
            "hold.selecting");

    private ConnectionKeys() {}

    /** The keys of a provider's connections, without prefix; one that ends in {@code .*} stands for all that start so. */
    static List<String> of(Provider provider) {
        List<String> keys = new ArrayList<>(EVERY);
        for (Setting setting : provider.profile().settings()) {
            keys.add(setting.key());
            if (setting.secret()) {
                keys.add(setting.key() + "-file");
            }
        }
        return keys;
    }

    static boolean known(String key, List<String> known) {
        return known.stream()
                .anyMatch(one -> one.endsWith(".*")
                        ? key.length() > one.length() - 1 && key.startsWith(one.substring(0, one.length() - 1))
                        : one.equals(key));
    }

    /** The keys given for a connection, without prefix. */
    static Stream<String> given(Entries entries, String name) {
        String prefix = PREFIX + name + ".";
        return entries.all().stream()
                .map(Entry::key)
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()));
    }
}
