package bactrian.web;

import bactrian.ledger.Job;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * An HTTP response. Security headers are added to every one by whoever sends it, see {@link Gate#headers}.
 *
 * @param headers besides {@code Content-Type}
 */
public record WebResponse(int status, String contentType, Map<String, String> headers, Body body) {

    /** The media type of most answers. */
    static final String JSON = "application/json";

    /** What is sent. */
    public sealed interface Body {
        /** Small enough to be held in memory. */
        record Bytes(byte[] bytes) implements Body {}

        /** A file of any size, sent as it is. */
        record File(Path path) implements Body {}

        /** Server-sent events, see {@link Feed}. */
        record Events(Feed feed) implements Body {}
    }

    /** Asked again and again, but never twice at once, until it is over. */
    public interface Feed {
        /** What to send now, empty when there is nothing new. */
        String next();

        /** Whether nothing will follow what {@link #next} gave last. */
        boolean over();
    }

    static WebResponse events(Feed feed) {
        return new WebResponse(200, "text/event-stream", Map.of(), new Body.Events(feed));
    }

    /** 202 with the job that was made. */
    static WebResponse accepted(Job job) {
        return json(202, JsonNodeFactory.instance.objectNode().put("job", job.id()))
                .with("Location", "/api/jobs/" + job.id());
    }

    public static WebResponse json(int status, JsonNode body) {
        return new WebResponse(status, JSON, Map.of(), bytes(body.toString()));
    }

    public static WebResponse text(int status, String contentType, String body) {
        return new WebResponse(status, contentType, Map.of(), bytes(body));
    }

    /** A file for the user to keep. @param name as the user sees it; a plain ASCII name */
    public static WebResponse download(Path file, String name, String contentType) {
        return new WebResponse(
                200,
                contentType,
                Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""),
                new Body.File(file));
    }

    /** This response with one more header. */
    public WebResponse with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new WebResponse(status, contentType, Map.copyOf(more), body);
    }

    private static Body bytes(String text) {
        return new Body.Bytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
