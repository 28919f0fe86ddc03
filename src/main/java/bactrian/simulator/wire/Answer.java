package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulated provider says to one request.
 *
 * @param touched the targets this request changed, or, for work that goes on after the answer, will change
 */
public record Answer(int status, Map<String, String> headers, byte[] body, List<String> touched) {

    private static final String TYPE = "Content-Type";

    /** A JSON answer that changed nothing. */
    public static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of(TYPE, "application/json"), Json.write(body), List.of());
    }

    /** Text of another kind, such as a gateway's HTML or a plain sentence. */
    public static Answer text(int status, String type, String body) {
        return new Answer(status, Map.of(TYPE, type), body.getBytes(StandardCharsets.UTF_8), List.of());
    }

    /** The same answer, and what it changed. */
    public Answer touching(List<String> ids) {
        return new Answer(status, headers, body, ids);
    }

    /** The same answer with these headers besides its own. */
    public Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body, touched);
    }

    Answer saying(byte[] other) {
        return new Answer(status, headers, other, touched);
    }
}
