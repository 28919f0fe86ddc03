package bactrian.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Somebody who asks the service over HTTP. */
record Client(URI service) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    record Answer(int status, java.net.http.HttpHeaders headers, String body) {

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        Optional<String> header(String name) {
            return headers.firstValue(name);
        }
    }

    /** @param headers names and values in turn */
    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String... headers) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.noBody(), headers);
    }

    Answer upload(String path, String type, BodyPublisher document) throws IOException, InterruptedException {
        return send("POST", path, document, "Content-Type", type);
    }

    Answer upload(String path, String type, String document) throws IOException, InterruptedException {
        return upload(path, type, BodyPublishers.ofString(document));
    }

    Answer send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }
}
