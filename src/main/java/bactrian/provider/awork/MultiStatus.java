package bactrian.provider.awork;

import bactrian.operation.Call;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Reading;
import bactrian.provider.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The body of a {@code 207}: lists of ids by what became of them. Each list, and each list's ids, may be missing. */
final class MultiStatus {
    /** By list, the better first: where an id is in two lists, the worse counts. */
    private static final Map<String, Outcome> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("ok", Outcome.succeeded());
        LISTS.put("notFound", Outcome.failed(Code.NOT_FOUND, "awork finds no task with this id."));
        LISTS.put("unauthorized", Outcome.failed(Code.FORBIDDEN, "awork does not let this account change the task."));
        LISTS.put(
                "badRequest", Outcome.failed(Code.REJECTED, "awork refused the change of this task without a reason."));
    }

    private static final Outcome UNMENTIONED =
            Outcome.unknown("awork's answer says nothing about this task, so the change may have been made.");

    private MultiStatus() {}

    static Reading read(Call call, Reply reply) {
        JsonNode body = reply.json().orElse(null);
        if (body == null || !body.isObject()) {
            return new Reading.Unreadable("awork answered " + reply.status() + " without a JSON object.");
        }
        if (!body.isEmpty() && LISTS.keySet().stream().noneMatch(body::has)) {
            return new Reading.Unreadable("awork answered " + reply.status() + " with none of its four lists of ids.");
        }
        Map<String, Outcome> byId = new HashMap<>(2 * call.size());
        for (Map.Entry<String, Outcome> list : LISTS.entrySet()) {
            JsonNode part = body.path(list.getKey());
            if (!isList(part)) {
                return new Reading.Unreadable("awork's list “" + list.getKey() + "” is not a list of ids.");
            }
            for (JsonNode id : part.path("ids")) {
                byId.put(id.textValue().toLowerCase(Locale.ROOT), list.getValue());
            }
        }
        return new Reading.Settled(call.targets().stream()
                .map(id -> byId.getOrDefault(id, UNMENTIONED))
                .toList());
    }

    private static boolean isList(JsonNode part) {
        JsonNode ids = part.path("ids");
        boolean none =
                part.isMissingNode() || part.isNull() || part.isObject() && (ids.isMissingNode() || ids.isNull());
        return none || ids.isArray() && ids.valueStream().allMatch(JsonNode::isTextual);
    }
}
