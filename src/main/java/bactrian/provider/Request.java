package bactrian.provider;

import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request without credentials.
 *
 * @param method {@code GET}, {@code POST} or {@code PUT}
 * @param path starts with {@code /} and follows the connection's base URL; query included, encoded
 * @param headers besides {@code Content-Type: application/json}, which every body has
 * @param body JSON
 */
public record Request(String method, String path, Map<String, String> headers, Optional<String> body) {

    public static Request get(String path) {
        return new Request("GET", path, Map.of(), Optional.empty());
    }

    public static Request put(String path, String body) {
        return new Request("PUT", path, Map.of(), Optional.of(body));
    }

    public static Request post(String path, String body) {
        return new Request("POST", path, Map.of(), Optional.of(body));
    }
}
