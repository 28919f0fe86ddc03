package bactrian.simulator;

import bactrian.simulator.wire.Simulator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A plain HTTP client with a provider's credentials. JSON in tests is written with single quotes. */
final class Caller {

    record Told(int status, String body, HttpResponse<String> response) {

        JsonNode json() {
            return read(body);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI base;
    private final String[] headers;

    private Caller(URI base, String... headers) {
        this.base = base;
        this.headers = headers;
    }

    static Caller close(Simulators simulators) {
        String basic = Base64.getEncoder().encodeToString("key:".getBytes(StandardCharsets.UTF_8));
        return new Caller(simulators.closeUrl(), "Authorization", "Basic " + basic, "Content-Type", "application/json");
    }

    static Caller awork(Simulators simulators) {
        return new Caller(simulators.aworkUrl(), "Authorization", "Bearer token", "Content-Type", "application/json");
    }

    static Caller yandexTracker(Simulators simulators) {
        return new Caller(
                simulators.yandexTrackerUrl(),
                "Authorization",
                "OAuth token",
                "X-Org-ID",
                "42",
                "Content-Type",
                "application/json");
    }

    static Caller of(Simulator simulator, String... headers) {
        return new Caller(simulator.url(), headers);
    }

    /** The simulator's own endpoints. */
    static Caller control(Simulator simulator) {
        return new Caller(simulator.url().resolve("/_simulator"), "Content-Type", "application/json");
    }

    Told get(String path) throws IOException {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    Told delete(String path) throws IOException {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    Told put(String path, String body) throws IOException {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    Told post(String path, String body) throws IOException {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    static JsonNode json(String text) {
        return read(text.replace('\'', '"'));
    }

    private static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    private Told send(String method, String path, HttpRequest.BodyPublisher body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Told(response.statusCode(), response.body(), response);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
