package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a bulk change does to one issue. Issues that are alike before are alike afterwards, so most of them cost little. */
final class IssueEdit {

    private static final Map<String, String> STATUS_AFTER = Map.of(
            "start_progress", "inProgress",
            "need_info", "needInfo",
            "resolve", "resolved",
            "close", "closed",
            "reopen", "open");

    private final Issues issues;
    private final BulkChangeForm form;
    private final JsonNode body;
    private final long request;
    private final Edit edit;
    private final Optional<ObjectNode> problem;
    private final Map<Values, Values> edited = new IdentityHashMap<>();

    /** {@code body} has been checked against {@code form}. */
    IssueEdit(Issues issues, BulkChangeForm form, JsonNode body, long request) {
        this.issues = issues;
        this.form = form;
        this.body = body;
        this.request = request;
        this.edit = new Edit(body.path("values"));
        this.problem = problem();
    }

    /** Why this issue cannot be edited so. */
    Optional<ObjectNode> problem(String key) {
        return Keys.locked(issues.present(key))
                ? Optional.of(TrackerVoice.problem(423, Map.of(), List.of("Задача " + key + " заблокирована.")))
                : problem;
    }

    void apply(String key) {
        issues.get(key).ifPresent(issue -> {
            Values after = edited.computeIfAbsent(issue, this::after);
            if (form == BulkChangeForm.MOVE) {
                issues.move(request, key, Reference.text(body.path("queue")), after);
            } else {
                issues.put(request, key, after);
            }
        });
    }

    private Optional<ObjectNode> problem() {
        Map<String, String> fields = edit.problems();
        if (body.path("values").has("status")) {
            fields.put("status", "Поле нельзя изменить.");
        }
        if (form == BulkChangeForm.TRANSITION && !Reference.exists(body.path("transition"))) {
            fields.put("transition", "Переход недоступен.");
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(TrackerVoice.problem(422, fields, List.of()));
    }

    private Values after(Values issue) {
        Values after = edit.on(issue);
        boolean initial =
                form == BulkChangeForm.MOVE && body.path("initialStatus").asBoolean(false);
        if (form == BulkChangeForm.TRANSITION) {
            String transition = Reference.text(body.path("transition"));
            return after.with("status", status(STATUS_AFTER.getOrDefault(transition, transition)));
        }
        return initial ? after.with("status", status("open")) : after;
    }

    private static JsonNode status(String key) {
        return Reference.of("status", Json.text(key));
    }
}
