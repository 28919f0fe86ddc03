package bactrian.provider.close;

import bactrian.operation.Call;
import bactrian.outcome.Outcome;
import bactrian.provider.Mentions;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Blame;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes tasks: one by its own address, several or a selection by {@code PUT /task/}. */
final class TaskUpdates {
    private static final String PARAMS = "_params";

    private final ReadBack readBack;

    TaskUpdates(ReadBack readBack) {
        this.readBack = readBack;
    }

    Request write(Call call) {
        ObjectNode body = call.change().values().deepCopy();
        if (call.change().where().isPresent()) {
            body.set(PARAMS, TaskFilters.params(call.change().where().get()));
        } else if (call.size() > 1) {
            body.set(PARAMS, TaskFilters.params(call.targets()));
        } else {
            return Request.put("/task/" + call.targets().get(0) + "/", body.toString());
        }
        return Request.put("/task/", body.toString());
    }

    Reading read(Call call, Reply reply) {
        if (!reply.successful()) {
            return refused(call, CloseError.of(reply));
        }
        // Documented as an empty object; what a task became of it is asked for by a read-back.
        if (!reply.body().isBlank() && reply.json().filter(JsonNode::isObject).isEmpty()) {
            return new Reading.Unreadable("Close answered " + reply.status() + " with something that is not JSON");
        }
        if (call.change().where().isPresent()) {
            return new Reading.Settled(List.of(Outcome.succeeded("Close does not tell how many tasks this changed.")));
        }
        return readBack.after(call);
    }

    private static Reading refused(Call call, CloseError error) {
        if (call.change().where().isPresent() || call.size() == 1) {
            return new Reading.Refused(error.outcome(), Set.of(), Blame.WHOLE_CALL);
        }
        Set<Integer> culprits = Mentions.in(error.message(), call.targets(), UnaryOperator.identity());
        return new Reading.Refused(error.outcome(), culprits, blame(error));
    }

    /** The plan limit and the form of a request are the same for all tasks, and so is every field but the ids. */
    private static Blame blame(CloseError error) {
        boolean account = Set.of(402, 405, 415).contains(error.status());
        boolean field = !error.fields().isEmpty()
                && error.fields().stream().noneMatch(name -> name.equals("id__in") || name.equals(PARAMS));
        return account || field ? Blame.WHOLE_CALL : Blame.SOME_EDITS;
    }
}
