package bactrian.operation;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One account at a provider.
 *
 * @param name the connection's name; the default connection has its provider's name
 * @param provider the provider's name
 * @param baseUrl where the provider's paths start, without a slash at the end
 * @param secrets credentials by setting name, only those that are set
 * @param options the provider's own settings and {@link CaptureRule#SETTING} by name, only those that are set
 */
public record Connection(
        String name,
        String provider,
        URI baseUrl,
        Map<String, Secret> secrets,
        Map<String, String> options,
        Limits limits) {

    public Connection {
        secrets = Map.copyOf(secrets);
        options = Map.copyOf(options);
    }

    public Optional<Secret> secret(String setting) {
        return Optional.ofNullable(secrets.get(setting));
    }

    public Optional<String> option(String setting) {
        return Optional.ofNullable(options.get(setting));
    }
}
