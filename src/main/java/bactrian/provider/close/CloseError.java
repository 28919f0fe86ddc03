package bactrian.provider.close;

import bactrian.outcome.Outcome;
import bactrian.provider.ErrorText;
import bactrian.provider.RefusalCode;
import bactrian.provider.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Close says when it refuses. Documented: 400 with {@code {"errors": […], "field-errors": {field: message}}}, where
 * messages can be nested; else {@code {"error": "text"}} or {@code {"error": {"message": …}}}; a 403 can be plain text.
 *
 * @param fields the fields that are named as wrong
 */
record CloseError(int status, String message, Set<String> fields) {
    private static final String FIELD_ERRORS = "field-errors";

    static CloseError of(Reply reply) {
        JsonNode body = reply.json().filter(JsonNode::isObject).orElse(MissingNode.getInstance());
        List<String> lines = new ArrayList<>(ErrorText.lines(body.path(FIELD_ERRORS)));
        lines.addAll(ErrorText.lines(body.path("errors")));
        JsonNode error = body.path("error");
        lines.addAll(ErrorText.lines(error.has("message") ? error.get("message") : error));
        Set<String> fields = new LinkedHashSet<>();
        body.path(FIELD_ERRORS).properties().stream().map(Map.Entry::getKey).forEach(fields::add);
        return new CloseError(reply.status(), ErrorText.of(reply, lines), fields);
    }

    Outcome outcome() {
        return Outcome.failed(RefusalCode.of(status), ErrorText.cut(message));
    }
}
