package bactrian.web;

import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Refusals as RFC 9457 problem documents, {@code application/problem+json}. */
final class ProblemDetail {
    private ProblemDetail() {}

    /** @param detail what happened and what to do, for people */
    static WebResponse of(int status, String title, String detail) {
        return respond(status, document(status, title, detail));
    }

    static WebResponse of(int status, Code code, String detail) {
        ObjectNode document = document(status, code.word(), detail);
        document.put("code", code.word()).put("hint", code.hint());
        return respond(status, document);
    }

    private static ObjectNode document(int status, String title, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }

    private static WebResponse respond(int status, ObjectNode document) {
        return WebResponse.text(status, "application/problem+json", document.toString());
    }
}
