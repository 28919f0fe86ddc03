package bactrian.simulator.awork;

import bactrian.simulator.wire.Allowance;
import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Voice;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How awork refuses: an {@code ErrorResponse} with a trace id. */
final class AworkVoice implements Voice {

    private final AtomicLong traces = new AtomicLong();

    @Override
    public Answer unauthorized() {
        return error(401, "unauthorized", "The access token is missing, invalid or expired.");
    }

    @Override
    public Answer tooManyRequests(double limit, Duration wait) {
        return error(429, "too-many-requests", "The rate limit is exceeded.");
    }

    @Override
    public Answer refusal(Optional<String> named) {
        return named.map(id -> invalid(Map.of("TaskIds", "The value '" + id + "' is not valid.")))
                .orElseGet(() -> error(400, "model-invalid", "The request model is invalid."));
    }

    @Override
    public Answer failing(int status) {
        return status == 503
                ? error(503, "service-unavailable", "The service is unavailable.")
                : error(500, "database-commit", "The changes could not be saved.");
    }

    @Override
    public Answer unreadable(int status) {
        return status == 415
                ? error(415, "unsupported-media-type", "The media type is not supported.")
                : error(400, "model-invalid", "The request body is not valid JSON.");
    }

    @Override
    public Map<String, String> allowance(double limit, long remaining, Duration reset) {
        String second = Long.toString((long) limit);
        String minute = Long.toString((long) (limit * 60));
        String left = Long.toString(remaining);
        return Map.of(
                "RateLimit-Limit", second,
                "RateLimit-Remaining", left,
                "RateLimit-Reset", Long.toString(Allowance.seconds(reset)),
                "X-RateLimit-Limit-Second", second,
                "X-RateLimit-Remaining-Second", left,
                "X-RateLimit-Limit-Minute", minute,
                "X-RateLimit-Remaining-Minute", Long.toString(remaining * 60));
    }

    Answer notFound() {
        return error(404, "not-found", "There is no matching path for this URL.");
    }

    Answer error(int status, String code, String description) {
        return Answer.json(status, body(code, description));
    }

    /** 400 with one validation error a property, named as awork names them. */
    Answer invalid(Map<String, String> problems) {
        ObjectNode body = body("model-invalid", "The request model is invalid.");
        ArrayNode errors = body.putArray("validationErrors");
        problems.forEach((property, message) ->
                errors.addObject().put("property", property).put("message", message));
        return Answer.json(400, body);
    }

    private ObjectNode body(String code, String description) {
        return Json.object()
                .put("code", code)
                .put("description", description)
                .put("link", "https://developers.awork.com")
                .put("traceId", String.format(Locale.ROOT, "%032x", traces.incrementAndGet()));
    }
}
