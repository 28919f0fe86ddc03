package bactrian.simulator.close;

import bactrian.simulator.wire.Allowance;
import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Voice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How Close refuses. */
final class CloseVoice implements Voice {

    @Override
    public Answer unauthorized() {
        return error(
                401,
                "The server could not verify that you are authorized to access the URL requested. You either supplied"
                        + " the wrong credentials (e.g. a bad API key), or your browser doesn't understand how to"
                        + " supply the credentials required.");
    }

    @Override
    public Answer tooManyRequests(double limit, Duration wait) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", "API call count exceeded for this 1-second window")
                .put("rate_reset", wait.toMillis() / 1000.0)
                .put("rate_limit", (long) limit)
                .put("rate_window", 1);
        return Answer.json(429, body);
    }

    @Override
    public Answer refusal(Optional<String> named) {
        return named.map(id -> invalid(Map.of("id__in", "Invalid ID: " + id)))
                .orElseGet(() -> error(400, "Bad Request"));
    }

    @Override
    public Answer failing(int status) {
        return error(status, status == 503 ? "Service Unavailable" : "Internal Server Error");
    }

    @Override
    public Answer unreadable(int status) {
        return error(status, status == 415 ? "Unsupported Media Type" : "Failed to decode JSON object");
    }

    @Override
    public Map<String, String> allowance(double limit, long remaining, Duration reset) {
        return Map.of(
                "RateLimit",
                "limit=" + (long) limit + ", remaining=" + remaining + ", reset=" + Allowance.seconds(reset));
    }

    static Answer notFound() {
        return error(404, "The requested URL was not found on the server.");
    }

    static Answer notAllowed() {
        return error(405, "The method is not allowed for the requested URL.");
    }

    static Answer forbidden() {
        return Answer.text(403, "text/plain", "You don't have permission to perform this action.");
    }

    static Answer error(int status, String message) {
        return Answer.json(status, Json.object().put("error", message));
    }

    static Answer invalid(Map<String, String> fields) {
        ObjectNode body = Json.object();
        body.putArray("errors");
        ObjectNode byField = body.putObject("field-errors");
        fields.forEach(byField::put);
        return Answer.json(400, body);
    }
}
