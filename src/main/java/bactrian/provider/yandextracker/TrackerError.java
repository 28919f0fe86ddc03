package bactrian.provider.yandextracker;

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
 * What Tracker says when it refuses: {@code {"errors": {field: message}, "errorMessages": […], "statusCode": n}}, in the
 * language of the account. A gateway before it may answer a page or nothing.
 *
 * @param fields the fields that are named as wrong
 */
record TrackerError(int status, String message, Set<String> fields) {
    private static final String ERRORS = "errors";

    static TrackerError of(Reply reply) {
        JsonNode body = reply.json().filter(JsonNode::isObject).orElse(MissingNode.getInstance());
        Set<String> fields = new LinkedHashSet<>();
        body.path(ERRORS).properties().stream().map(Map.Entry::getKey).forEach(fields::add);
        return new TrackerError(reply.status(), ErrorText.of(reply, lines(body)), fields);
    }

    /** The messages of an error, of a whole call or of one issue; empty where there are none. */
    static String text(JsonNode error) {
        return String.join("; ", lines(error));
    }

    private static List<String> lines(JsonNode error) {
        List<String> lines = new ArrayList<>(ErrorText.lines(error.path(ERRORS)));
        lines.addAll(ErrorText.lines(error.path("errorMessages")));
        return lines;
    }

    Outcome outcome() {
        return Outcome.failed(RefusalCode.of(status), ErrorText.cut(message));
    }
}
