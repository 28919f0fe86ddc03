package bactrian.provider;

import bactrian.operation.Connection;
import bactrian.operation.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a connection to a provider needs and what it starts from.
 *
 * @param title the provider's name for people, for example {@code Yandex Tracker}
 * @param baseUrl the documented base URL, without a slash at the end
 * @param baseUrlVariable the environment variable that replaces it, for example {@code CLOSE_BASE_URL}
 * @param requestsPerSecond the default rate
 * @param settings the provider's own settings, beside those that every connection has
 * @param missing what is missing before anything can be sent, said for people with the variable to set; empty when
 *     nothing is
 */
public record Profile(
        String title,
        URI baseUrl,
        String baseUrlVariable,
        double requestsPerSecond,
        List<Setting> settings,
        Function<Connection, Optional<String>> missing) {

    /**
     * One setting of a provider's connections.
     *
     * @param key as in {@code bactrian.connections.<name>.<key>}; a key that ends in {@code .*} stands for all that
     *     start so
     * @param variable the environment variable that the shipped connection file reads; empty where none
     * @param secret whether it is a credential, which can also come from a file ({@code <key>-file}) and is never shown
     * @param description one sentence for people
     * @param words the only values it can have; empty where it can have any
     */
    public record Setting(
            String key, Optional<String> variable, boolean secret, String description, List<String> words) {

        public Setting {
            words = List.copyOf(words);
        }

        /** A setting that can have any value. */
        public Setting(String key, Optional<String> variable, boolean secret, String description) {
            this(key, variable, secret, description, List.of());
        }

        public static Setting credential(String key, String variable, String description) {
            return new Setting(key, Optional.of(variable), true, description);
        }

        public static Setting option(String key, String description) {
            return new Setting(key, Optional.empty(), false, description);
        }

        public static Setting option(String key, String variable, String description) {
            return new Setting(key, Optional.of(variable), false, description);
        }
    }

    /**
     * What is missing, in the words that all providers share.
     *
     * @param what for example {@code has no token}
     * @param remedy for example {@code set AWORK_TOKEN}
     * @param key the setting to look at, without prefix
     */
    public static String lacking(Connection connection, String what, String remedy, String key) {
        return "Connection " + connection.name() + " " + what + ": " + remedy + " (bactrian.connections."
                + connection.name() + "." + key + ").";
    }

    /** Whether a credential is set and not blank. */
    public static boolean proves(Connection connection, String key) {
        return connection
                .secret(key)
                .map(Secret::reveal)
                .filter(text -> !text.isBlank())
                .isPresent();
    }
}
