package bactrian.provider.yandextracker;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Pause;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;

/** Follows a bulk change until Tracker has ended it. Any status but the two last ones means that it is still at work. */
final class BulkChangeStatus {
    static final String STEP = "status";
    static final String ID = "id";

    /** A fresh bulk change may not be found for a moment. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private BulkChangeStatus() {}

    /** What follows a bulk change that Tracker took. */
    static Reading started(String id) {
        return waiting(new Pursuit(STEP, JsonNodeFactory.instance.objectNode().put(ID, id)), "taken");
    }

    static Request ask(Pursuit pursuit) {
        return Request.get(path(pursuit));
    }

    static String path(Pursuit pursuit) {
        return "/bulkchange/" + URLEncoder.encode(pursuit.notes().path(ID).asText(), StandardCharsets.UTF_8);
    }

    static Reading read(Call call, Pursuit pursuit, Duration age, Reply reply) {
        if (reply.status() == 404 && age.compareTo(GRACE) < 0) {
            return waiting(pursuit, "not shown yet");
        }
        if (!reply.successful()) {
            String why = "Tracker took bulk change " + pursuit.notes().path(ID).asText() + " but does not show it: "
                    + TrackerError.of(reply).message();
            return new Reading.Settled(Collections.nCopies(call.size(), Outcome.unknown(why)));
        }
        JsonNode change = reply.json().orElseGet(JsonNodeFactory.instance::missingNode);
        return switch (change.path("status").asText("")) {
            case "" -> new Reading.Unreadable("Tracker answered with something that is not a bulk change");
            case "COMPLETE" ->
                new Reading.Following(
                        IssueRows.first(pursuit, change, IssueRows.Ending.COMPLETE), Pause.NONE, "reading its issues");
            case "FAILED" ->
                new Reading.Following(
                        IssueRows.first(pursuit, change, IssueRows.Ending.FAILED), Pause.NONE, "reading its issues");
            default -> waiting(pursuit, progress(change));
        };
    }

    private static Reading waiting(Pursuit pursuit, String progress) {
        return new Reading.Following(pursuit, Pause.POLL_INTERVAL, progress);
    }

    private static String progress(JsonNode change) {
        JsonNode total = change.path("totalIssues");
        if (total.isNumber()) {
            return change.path("totalCompletedIssues").asLong() + " of " + total.asLong() + " issues";
        }
        JsonNode percent = change.path("executionIssuePercent");
        return percent.isNumber()
                ? percent.asLong() + " %"
                : change.path("status").asText();
    }
}
