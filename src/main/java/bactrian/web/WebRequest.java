package bactrian.web;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request as the handlers see it.
 *
 * @param method in capitals
 * @param path decoded, without query, for example {@code /api/jobs}
 * @param query the first value of each name
 * @param headers the first value of each name, found in any case
 * @param steps the variables of the endpoint's path
 * @param body read at most once; empty where there is none
 */
public record WebRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> steps,
        InputStream body) {

    public WebRequest {
        query = Map.copyOf(query);
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
        steps = Map.copyOf(steps);
    }

    /** A request that no endpoint has been found for yet. */
    public static WebRequest of(
            String method, String path, Map<String, String> query, Map<String, String> headers, InputStream body) {
        return new WebRequest(method, path, query, headers, Map.of(), body);
    }

    /** This request with the variables of the endpoint's path. */
    WebRequest at(Map<String, String> variables) {
        return new WebRequest(method, path, query, headers, variables, body);
    }

    /** A variable of the endpoint's path, which must have it. */
    String step(String name) {
        return Optional.ofNullable(steps.get(name)).orElseThrow();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A query parameter that is there and not blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether a query parameter is there and {@code true}. */
    public boolean flag(String name) {
        return "true".equals(query.get(name));
    }

    /** Whether the request changes nothing. */
    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
