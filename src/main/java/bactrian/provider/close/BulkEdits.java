package bactrian.provider.close;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Blame;
import bactrian.provider.Reading.Pause;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Starts bulk edits and follows them to their end. */
final class BulkEdits {
    static final String STATUS = "status";

    /** A fresh bulk edit may not be found for a moment. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final String PATH = "/bulk_action/edit/";
    private static final String ID = "id";

    private BulkEdits() {}

    static Request write(Call call) {
        ObjectNode body = call.change().values().deepCopy();
        call.change().where().ifPresent(query -> body.set("s_query", query));
        return Request.post(PATH, body.toString());
    }

    static Reading read(Reply reply) {
        if (reply.status() == 408) {
            // Gateways say this of slow answers too, so the call may have arrived.
            return new Reading.Unreadable("Close answered 408");
        }
        if (!reply.successful()) {
            return new Reading.Refused(CloseError.of(reply).outcome(), Set.of(), Blame.WHOLE_CALL);
        }
        return reply.json()
                .flatMap(BulkEditJob::of)
                .map(BulkEdits::followed)
                .orElseGet(() -> new Reading.Unreadable("Close answered without the id of a bulk edit"));
    }

    /** The bulk edit that is followed so; none where it is still looked for. */
    static Stream<String> id(Pursuit pursuit) {
        return Stream.of(pursuit.notes().path(ID).asText("")).filter(id -> !id.isEmpty());
    }

    static Request ask(Pursuit pursuit) {
        String id = URLEncoder.encode(pursuit.notes().path(ID).asText(), StandardCharsets.UTF_8);
        return Request.get(PATH + id + "/");
    }

    static Reading read(Pursuit pursuit, Duration age, Reply reply) {
        if (reply.status() == 404 && age.compareTo(GRACE) < 0) {
            return new Reading.Following(pursuit, Pause.POLL_INTERVAL, "not shown yet");
        }
        if (!reply.successful()) {
            return settled(Outcome.unknown("Close took bulk edit "
                    + pursuit.notes().path(ID).asText() + " but does not show it: "
                    + CloseError.of(reply).message()));
        }
        return reply.json()
                .filter(JsonNode::isObject)
                .map(json -> followed(new BulkEditJob(named(json, pursuit))))
                .orElseGet(() -> new Reading.Unreadable("Close answered with something that is not a bulk edit"));
    }

    /** Where a bulk edit stands. */
    static Reading followed(BulkEditJob job) {
        return job.outcome().map(BulkEdits::settled).orElseGet(() -> {
            ObjectNode notes = JsonNodeFactory.instance.objectNode().put(ID, job.id());
            return new Reading.Following(new Pursuit(STATUS, notes), Pause.POLL_INTERVAL, job.progress());
        });
    }

    private static JsonNode named(JsonNode json, Pursuit pursuit) {
        return ((ObjectNode) json.deepCopy()).setAll(pursuit.notes());
    }

    private static Reading settled(Outcome outcome) {
        return new Reading.Settled(List.of(outcome));
    }
}
