package bactrian.web;

import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Refusals as RFC 9457 problem documents, {@code application/problem+json}. */
final class ProblemDetail {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"));

    private ProblemDetail() {}

    /** @param detail what happened and what to do, for people */
    static WebResponse of(int status, String detail) {
        return respond(document(status, detail));
    }

    /** @param code one of the stable outcome codes; its hint is added */
    static WebResponse of(int status, Code code, String detail) {
        return respond(document(status, detail).put("code", code.word()).put("hint", code.hint()));
    }

    private static ObjectNode document(int status, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank") // then the title is the status's own
                .put("title", TITLES.getOrDefault(status, "Status " + status))
                .put("status", status)
                .put("detail", detail);
    }

    private static WebResponse respond(ObjectNode document) {
        return WebResponse.text(document.path("status").asInt(), MEDIA_TYPE, document.toString());
    }
}
