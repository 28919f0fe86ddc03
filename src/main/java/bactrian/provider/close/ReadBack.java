package bactrian.provider.close;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Pause;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the tasks of a bulk update afterwards, because Close does not say what became of each: a task that does not
 * come back does not exist, one with other values was not changed. Page by page; what was seen is kept in the pursuit.
 */
final class ReadBack {
    static final String STEP = "read-back";

    private static final int PAGE = 100;
    private static final String SKIP = "skip";

    /** Place of a task in the call → how it differs from what was sent; empty text where it does not. */
    private static final String SEEN = "seen";

    private final boolean wanted;

    ReadBack(boolean wanted) {
        this.wanted = wanted;
    }

    /** What follows a bulk update that Close took. */
    Reading after(Call call) {
        // A single task's own answer proves it, unless it is sent again because its value did not change.
        if (call.size() == 1 && call.repeats() == 0) {
            return new Reading.Settled(List.of(Outcome.succeeded()));
        }
        return wanted ? next(0, JsonNodeFactory.instance.objectNode()) : unconfirmed(call, "");
    }

    Request ask(Call call, Pursuit pursuit) {
        int skip = pursuit.notes().path(SKIP).asInt();
        return Request.get("/task/?id__in=" + String.join(",", call.targets())
                + "&_type=all&_fields=id,assigned_to,date,is_complete&_limit=" + PAGE
                + (skip == 0 ? "" : "&_skip=" + skip));
    }

    Reading read(Call call, Pursuit pursuit, Reply reply) {
        if (!reply.successful()) {
            return unconfirmed(call, ": " + CloseError.of(reply).message());
        }
        Optional<JsonNode> page = reply.json().filter(json -> json.path("data").isArray());
        if (page.isEmpty()) {
            return new Reading.Unreadable("Close answered the read-back with something that is not a list of tasks");
        }
        ObjectNode seen = pursuit.notes().path(SEEN) instanceof ObjectNode before
                ? before.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        int known = seen.size();
        page.get().path("data").forEach(task -> {
            int place = call.targets().indexOf(task.path("id").asText());
            if (place >= 0) {
                seen.put(
                        Integer.toString(place),
                        TaskFields.difference(call.change().values(), task).orElse(""));
            }
        });
        // A page without anything new is the last, whatever it says: the questions must come to an end.
        boolean more = page.get().path("has_more").asBoolean() && seen.size() > known && seen.size() < call.size();
        int skip = pursuit.notes().path(SKIP).asInt() + page.get().path("data").size();
        return more ? next(skip, seen) : verdict(call, seen);
    }

    private static Reading next(int skip, ObjectNode seen) {
        ObjectNode notes = JsonNodeFactory.instance.objectNode().put(SKIP, skip);
        notes.set(SEEN, seen);
        return new Reading.Following(new Pursuit(STEP, notes), Pause.NONE, "reading the tasks back");
    }

    private static Reading verdict(Call call, ObjectNode seen) {
        List<Optional<Outcome>> outcomes = new ArrayList<>();
        for (int place = 0; place < call.size(); place++) {
            outcomes.add(outcome(call, seen.path(Integer.toString(place))));
        }
        return outcomes.stream().allMatch(Optional::isPresent)
                ? new Reading.Settled(
                        outcomes.stream().map(Optional::orElseThrow).toList())
                : new Reading.Partly(outcomes);
    }

    private static Optional<Outcome> outcome(Call call, JsonNode seen) {
        if (seen.isMissingNode()) {
            return Optional.of(Outcome.failed(Code.NOT_FOUND, "Close shows no such task to this account."));
        }
        if (seen.asText().isEmpty()) {
            return Optional.of(Outcome.succeeded());
        }
        return call.repeats() == 0
                ? Optional.empty()
                : Optional.of(Outcome.failed(Code.NOT_APPLIED, "Sent twice, but " + seen.asText() + "."));
    }

    private static Reading unconfirmed(Call call, String why) {
        return new Reading.Settled(Collections.nCopies(call.size(), Outcome.succeeded("not confirmed" + why)));
    }
}
