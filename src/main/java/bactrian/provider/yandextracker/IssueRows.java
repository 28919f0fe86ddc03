package bactrian.provider.yandextracker;

import bactrian.operation.Pursuit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.ErrorText;
import bactrian.provider.RefusalCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of an ended bulk change and its issues, kept in the notes of its pursuit while pages are read. Tracker
 * documents its list as that of the issues that failed; rows of issues that did not have been seen in it too.
 */
final class IssueRows {
    static final String STEP = "issues";

    /** How Tracker ended the bulk change. */
    enum Ending {
        COMPLETE,
        /** Some issues may have been changed. */
        FAILED
    }

    private static final String ENDING = "ending";
    private static final String TOTAL = "total";
    private static final String COMPLETED = "completed";
    private static final String PAGE = "page";
    private static final String FAILED = "failed";
    private static final String DONE = "done";

    private final ObjectNode notes;

    private IssueRows(ObjectNode notes) {
        this.notes = notes;
    }

    /** The question for the first page. */
    static Pursuit first(Pursuit pursuit, JsonNode change, Ending ending) {
        ObjectNode notes = JsonNodeFactory.instance
                .objectNode()
                .put(
                        BulkChangeStatus.ID,
                        pursuit.notes().path(BulkChangeStatus.ID).asText())
                .put(ENDING, ending.name())
                .put(PAGE, 1);
        Optional.of(change.path("totalIssues")).filter(JsonNode::isNumber).ifPresent(n -> notes.set(TOTAL, n));
        Optional.of(change.path("totalCompletedIssues"))
                .filter(JsonNode::isNumber)
                .ifPresent(n -> notes.set(COMPLETED, n));
        return new Pursuit(STEP, notes);
    }

    static IssueRows of(Pursuit pursuit) {
        return new IssueRows(pursuit.notes().deepCopy());
    }

    /** The question for the page after the one that was asked for. */
    Pursuit nextPage() {
        return new Pursuit(STEP, notes.deepCopy().put(PAGE, page() + 1));
    }

    int page() {
        return notes.path(PAGE).asInt(1);
    }

    /** Adds the rows of a page. */
    void add(JsonNode rows) {
        rows.forEach(row -> {
            String key = row.path("issue").path("key").asText("").toUpperCase(Locale.ROOT);
            if (row.path("status").asText("").equals("COMPLETE")) {
                notes.withObject("/" + DONE).put(key, true);
            } else {
                JsonNode error = row.path("error");
                String said = TrackerError.text(error);
                notes.withObject("/" + FAILED)
                        .putObject(key)
                        .put(
                                "code",
                                RefusalCode.of(error.path("statusCode").asInt(422))
                                        .word())
                        .put(
                                "message",
                                ErrorText.cut(
                                        said.isEmpty() ? row.path("statusText").asText("") : said));
            }
        });
    }

    Ending ending() {
        return notes.path(ENDING).asText().equals(Ending.COMPLETE.name()) ? Ending.COMPLETE : Ending.FAILED;
    }

    /** How many issues the bulk change was about, where Tracker tells. */
    OptionalLong total() {
        return number(TOTAL);
    }

    /** How many of them it changed, where Tracker tells. */
    OptionalLong completed() {
        return number(COMPLETED);
    }

    /** Keys of the issues that failed. */
    List<String> failed() {
        return notes.path(FAILED).propertyStream().map(Map.Entry::getKey).toList();
    }

    boolean done(String key) {
        return notes.path(DONE).has(key);
    }

    /** What became of an issue that failed; empty where it is not listed as such. */
    Optional<Outcome> failure(String key) {
        return Optional.ofNullable(notes.path(FAILED).get(key))
                .map(row -> Outcome.failed(
                        Code.of(row.path("code").asText()).orElse(Code.REJECTED),
                        row.path("message").asText()));
    }

    private OptionalLong number(String name) {
        return notes.path(name).isNumber() ? OptionalLong.of(notes.path(name).asLong()) : OptionalLong.empty();
    }
}
