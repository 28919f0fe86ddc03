package bactrian.provider.close;

import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A bulk edit as Close describes it. Counts are null until Close has counted; there is no error text and no result an
 * object.
 */
record BulkEditJob(JsonNode json) {

    /** Empty where the answer describes no bulk edit. */
    static Optional<BulkEditJob> of(JsonNode json) {
        return Optional.of(new BulkEditJob(json)).filter(job -> !job.id().isEmpty());
    }

    String id() {
        return json.path("id").asText("");
    }

    private String status() {
        return json.path("status").asText("");
    }

    /** For people, for example {@code processing, 40 of 100 leads}. */
    String progress() {
        return status() + count().map(count -> ", " + count.text()).orElse("");
    }

    /** What became of it; empty while Close works on it, which includes that somebody has paused it there. */
    Optional<Outcome> outcome() {
        return switch (status()) {
            case "done" ->
                Optional.of(count().map(count -> Outcome.succeeded().affecting(count.total()))
                        .orElse(Outcome.succeeded()));
            case "error" -> Optional.of(failed());
            default -> Optional.empty();
        };
    }

    private Outcome failed() {
        String message = "Close ended bulk edit " + id() + " with an error"
                + count().map(count -> " after " + count.text()).orElse("") + " and gives no reason.";
        OptionalLong processed = Stream.of("n_objects_processed", "n_leads_processed")
                .map(json::path)
                .filter(JsonNode::isNumber)
                .mapToLong(JsonNode::asLong)
                .max();
        if (processed.isEmpty()) {
            return Outcome.unknown(message);
        }
        return processed.getAsLong() == 0
                ? Outcome.failed(Code.REJECTED, message)
                : Outcome.failed(Code.PARTIAL, message).affecting(processed.getAsLong());
    }

    private Optional<Count> count() {
        return Count.of(json, "n_objects", "objects").or(() -> Count.of(json, "n_leads", "leads"));
    }

    /** How far it is. */
    private record Count(long processed, long total, String what) {

        static Optional<Count> of(JsonNode json, String field, String what) {
            JsonNode total = json.path(field);
            return total.isNumber()
                    ? Optional.of(new Count(json.path(field + "_processed").asLong(), total.asLong(), what))
                    : Optional.empty();
        }

        String text() {
            return processed + " of " + total + " " + what;
        }
    }
}
