package bactrian.provider.close;

import bactrian.operation.Call;
import bactrian.outcome.Outcome;
import bactrian.provider.Mentions;
import bactrian.provider.ReadBack;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Blame;
import bactrian.provider.RefusalCode;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes tasks: one by its own address, several or a selection by {@code PUT /task/}. */
final class TaskUpdates {
    private static final String PARAMS = "_params";

    private final boolean readBack;

    /** @param readBack whether bulk updates are proven by reading the tasks back */
    TaskUpdates(boolean readBack) {
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
        if (reply.status() == 408) {
            // Gateways say this of slow answers too, so the call may have arrived.
            return new Reading.Unreadable("Close answered 408");
        }
        if (!reply.successful()) {
            return refused(call, CloseError.of(reply));
        }
        // Documented as an empty object; what a task became of it is asked for by a read-back.
        if (!reply.body().isBlank() && reply.json().filter(JsonNode::isObject).isEmpty()) {
            return new Reading.Unreadable(
                    "Close answered " + reply.status() + " with something that is not a JSON object");
        }
        if (call.change().where().isPresent()) {
            return new Reading.Settled(List.of(Outcome.succeeded("Close does not tell how many tasks this changed.")));
        }
        // A single task's own answer proves it, unless it is sent again because its value did not change.
        if (call.size() == 1 && call.repeats() == 0) {
            return new Reading.Settled(List.of(Outcome.succeeded()));
        }
        return readBack
                ? ReadBack.prove()
                : new Reading.Settled(Collections.nCopies(call.size(), Outcome.succeeded("not confirmed")));
    }

    private static Reading refused(Call call, CloseError error) {
        if (call.change().where().isPresent() || call.size() == 1) {
            return new Reading.Refused(error.outcome(), Set.of(), Blame.WHOLE_CALL);
        }
        Blame blame = blame(error);
        Set<Integer> culprits = blame == Blame.SOME_EDITS
                ? Mentions.in(error.message(), call.targets(), UnaryOperator.identity())
                : Set.of();
        return new Reading.Refused(error.outcome(), culprits, blame);
    }

    /** Every field but the ids is the same for all tasks. */
    private static Blame blame(CloseError error) {
        boolean field = !error.fields().isEmpty()
                && error.fields().stream().noneMatch(name -> name.equals("id__in") || name.equals(PARAMS));
        return field || RefusalCode.concernsWholeCall(error.status()) ? Blame.WHOLE_CALL : Blame.SOME_EDITS;
    }
}
