package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request in the log.
 *
 * @param status what was answered; 0 when the connection was dropped
 * @param fault what went wrong with it by script
 * @param applied how many targets it changed, or, for work that goes on after the answer, will change
 * @param targets the first of these targets
 * @param body the body's first 4 096 bytes
 * @param digest SHA-256 of the whole body, hexadecimal
 */
public record Entry(
        long number,
        Instant at,
        String method,
        String path,
        String query,
        int status,
        Optional<Effect> fault,
        int applied,
        List<String> targets,
        byte[] body,
        String digest) {

    /** The body's beginning as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("number", number)
                .put("at", at.toString())
                .put("method", method)
                .put("path", path)
                .put("query", query)
                .put("status", status)
                .put("applied", applied);
        fault.ifPresent(effect -> json.put("fault", effect.name()));
        json.set("targets", Json.texts(targets));
        return json.put("body", text()).put("digest", digest);
    }
}
