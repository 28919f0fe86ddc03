package bactrian.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** The service that runs in a home, as other programs find it. */
record RunningService(Path home) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Is there while it runs, and after it was killed. */
    Path file() {
        return home.resolve("state/run.json");
    }

    boolean is(Process process) {
        return Files.exists(file()) && Program.json(file()).path("pid").asLong() == process.pid();
    }

    void await() {
        Program.await("the service", () -> Files.exists(file()));
    }

    /** Another one may have run in this home before. */
    void await(Process process) {
        Program.await("the service " + process.pid(), () -> is(process));
    }

    /** Where it is served over HTTP, without a slash at the end. */
    String http() {
        return Program.json(file()).path("http").asText();
    }

    /** Where its queue is. */
    String queue() {
        return Program.json(file()).path("queue").asText();
    }

    /** What it answers to somebody without a token. */
    HttpResponse<String> get(String path) throws IOException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(http() + path)).build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException();
        }
    }
}
