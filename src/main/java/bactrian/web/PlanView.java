package bactrian.web;

import bactrian.operation.Connections;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import bactrian.plan.Plan;
import bactrian.plan.Share;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A plan as data, over HTTP and for scripts. */
public final class PlanView {
    private PlanView() {}

    /** @param connections for the estimate */
    public static ObjectNode of(Plan plan, Connections connections) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("edits", plan.findings().edits())
                .put("invalid", plan.findings().invalid())
                .put("calls", plan.calls())
                .put("problemCount", plan.findings().problemCount());
        plan.findings().refusal().ifPresent(refusal -> view.set("refused", problem(refusal)));
        ArrayNode problems = view.putArray("problems");
        plan.findings().problems().forEach(problem -> problems.add(problem(problem)));
        ArrayNode shares = view.putArray("shares");
        plan.shares().forEach(share -> shares.add(share(share)));
        ArrayNode never = view.putArray("cannotBeUndone");
        plan.irreversible().forEach(kind -> never.add(kind.json()));
        ObjectNode estimates = view.putObject("estimatedSeconds");
        plan.estimate(connections).forEach((name, time) -> estimates.put(name, time.toMillis() / 1000.0));
        return view;
    }

    private static ObjectNode share(Share share) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("connection", share.connection())
                .put("provider", share.provider())
                .put("operation", share.operation())
                .put("edits", share.edits())
                .put("calls", share.calls())
                .put("destroys", share.destroys())
                .put("selects", share.selects());
    }

    private static ObjectNode problem(Problem problem) {
        Place place = problem.place();
        ObjectNode view =
                JsonNodeFactory.instance.objectNode().put("code", problem.code().word());
        place.line().ifPresent(line -> view.put("line", line));
        place.column().ifPresent(column -> view.put("column", column));
        place.row().ifPresent(row -> view.put("row", row));
        place.field().ifPresent(field -> view.put("field", field));
        view.put("message", problem.message());
        problem.found().ifPresent(found -> view.put("found", found));
        return view.put("hint", problem.hint());
    }
}
