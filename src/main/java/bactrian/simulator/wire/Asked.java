package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it arrived.
 *
 * @param number counts the requests of this server from 1
 * @param path decoded path, with the provider's base still in front
 * @param rawQuery the query as it came
 * @param query decoded query; of a repeated parameter the last counts
 * @param headers the first value of each, by name in lower case
 * @param server where this server listens, such as {@code http://127.0.0.1:40123}
 */
public record Asked(
        long number,
        Instant at,
        String method,
        String path,
        String rawQuery,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        URI server) {

    static Asked read(long number, Instant at, URI server, HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(Text.lower(name), values.get(0)));
        URI uri = exchange.getRequestURI();
        String rawQuery = Optional.ofNullable(uri.getRawQuery()).orElse("");
        return new Asked(
                number,
                at,
                exchange.getRequestMethod(),
                Optional.ofNullable(uri.getPath()).orElse("/"),
                rawQuery,
                parse(rawQuery),
                headers,
                exchange.getRequestBody().readAllBytes(),
                server);
    }

    /** A header's first value; names in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(Text.lower(name)));
    }

    /** Whether this text stands in its path, query or body. */
    boolean holds(String text) {
        return path.contains(text)
                || rawQuery.contains(text)
                || new String(body, StandardCharsets.UTF_8).contains(text);
    }

    /** The body as a JSON object; empty when it is anything else or says it is not JSON. */
    public Optional<ObjectNode> object() {
        return Json.read(body).filter(JsonNode::isObject).map(ObjectNode.class::cast);
    }

    /** Whether the request declares its body as JSON, as all three providers want. */
    public boolean saysJson() {
        return header("content-type").map(Text::lower).orElse("").startsWith("application/json");
    }

    private static Map<String, String> parse(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.put(decode(name), decode(value));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
