package bactrian.provider.yandextracker;

import bactrian.operation.Call;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Writes bulk changes. */
final class BulkChange {
    static final String NOTIFY = "notify";
    static final String TRANSITION = "transition";
    static final String QUEUE = "queue";
    static final String MOVE_ALL_FIELDS = "moveAllFields";
    static final String INITIAL_STATUS = "initialStatus";

    /** Parameters of a call itself, beside the fields of its issues. */
    static final Set<String> SETTINGS = Set.of(NOTIFY, TRANSITION, QUEUE, MOVE_ALL_FIELDS, INITIAL_STATUS);

    private BulkChange() {}

    static Request write(Call call) {
        ObjectNode values = call.change().values();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        values.properties().stream()
                .filter(value ->
                        SETTINGS.contains(value.getKey()) && !value.getKey().equals(NOTIFY))
                .forEach(value -> body.set(value.getKey(), value.getValue()));
        call.change().where().ifPresentOrElse(query -> body.set("issues", query), () -> call.targets()
                .forEach(body.putArray("issues")::add));
        ObjectNode fields = IssueFields.given(values);
        if (!fields.isEmpty()) {
            body.set("values", fields);
        }
        // Documents and clients disagree on what happens without it, so it is always said.
        return Request.post(
                "/bulkchange/_" + call.change().operation() + "?notify="
                        + values.path(NOTIFY).asBoolean(false),
                body.toString());
    }
}
