package bactrian.provider.close;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import bactrian.provider.LostCall;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Pause;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Looks for the bulk edit of a call whose answer was lost, in Close's list of bulk edits: one that was created after
 * the call was sent, that does the same to the same selection, and that is not another call's of its job. If it is
 * not this call's own, it still did what the instruction asks for. If there are two, nobody can tell which is whose. If
 * there is none, that proves nothing: it may be taken late.
 */
final class BulkEditSearch {
    static final String STEP = "search";

    /** How long Close is given to show a bulk edit whose answer was lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Two clocks never agree. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private static final String SINCE = "since";
    private static final String OTHERS = "others";

    private BulkEditSearch() {}

    static Pursuit start(LostCall lost) {
        ObjectNode notes = JsonNodeFactory.instance
                .objectNode()
                .put(SINCE, lost.sentAt().minus(CLOCKS).toString());
        List<String> ids = lost.others().stream().flatMap(BulkEdits::id).toList();
        if (!ids.isEmpty()) {
            ids.forEach(notes.putArray(OTHERS)::add);
        }
        return new Pursuit(STEP, notes);
    }

    static Request ask() {
        return Request.get("/bulk_action/edit/?_limit=100");
    }

    static Reading read(Call call, Pursuit pursuit, Duration age, Reply reply) {
        if (!reply.successful()) {
            return unknown("Close does not show its bulk edits: "
                    + CloseError.of(reply).message());
        }
        Optional<JsonNode> list = reply.json().map(json -> json.path("data")).filter(JsonNode::isArray);
        if (list.isEmpty()) {
            return new Reading.Unreadable("Close answered with something that is not a list of bulk edits");
        }
        Optional<Instant> since = instant(pursuit.notes().path(SINCE).asText());
        List<BulkEditJob> found = StreamSupport.stream(list.get().spliterator(), false)
                .filter(job -> after(since, job) && same(call, job))
                .flatMap(job -> BulkEditJob.of(job).stream())
                .filter(job -> !isOfAnotherCall(job, pursuit))
                .toList();
        if (found.size() == 1) {
            return BulkEdits.followed(found.get(0));
        }
        if (found.isEmpty()) {
            return age.compareTo(PATIENCE) < 0
                    ? new Reading.Following(pursuit, Pause.POLL_INTERVAL, "looking for the bulk edit")
                    : unknown("The answer was lost and Close lists no such bulk edit; it may still be taken late.");
        }
        return unknown(
                "The answer was lost, and Close lists several bulk edits that do the same to the same selection ("
                        + found.stream().map(BulkEditJob::id).collect(Collectors.joining(", "))
                        + "): which of them is this one cannot be told.");
    }

    private static boolean isOfAnotherCall(BulkEditJob job, Pursuit pursuit) {
        return pursuit.notes().path(OTHERS).valueStream().anyMatch(id -> id.asText()
                .equals(job.id()));
    }

    private static boolean after(Optional<Instant> since, JsonNode job) {
        Optional<Instant> created = instant(job.path("date_created").asText());
        return since.isPresent() && created.isPresent() && !created.get().isBefore(since.get());
    }

    /** Close shows not every parameter again; those it shows have to be the same. */
    private static boolean same(Call call, JsonNode job) {
        boolean selection =
                call.change().where().map(job.path("s_query")::equals).orElse(false);
        return selection
                && call.change().values().propertyStream().allMatch(given -> fits(given, job.path(given.getKey())));
    }

    private static boolean fits(Map.Entry<String, JsonNode> given, JsonNode shown) {
        boolean always = given.getKey().equals(BulkEditParameters.TYPE);
        return shown.isMissingNode() || shown.isNull()
                ? !always
                : shown.equals(given.getValue())
                        || shown.isValueNode()
                                && given.getValue().isValueNode()
                                && shown.asText().equals(given.getValue().asText());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Reading unknown(String why) {
        return new Reading.Settled(List.of(Outcome.unknown(why)));
    }
}
