package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Check;
import bactrian.simulator.wire.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The three bodies a bulk change can have. */
enum BulkChangeForm {
    UPDATE(Map.of("issues", issues(), "values", Check.object()), List.of("issues", "values")),
    TRANSITION(
            Map.of("issues", issues(), "transition", named(), "values", Check.object()),
            List.of("issues", "transition")),
    MOVE(
            Map.of(
                    "issues", issues(),
                    "queue", named(),
                    "values", Check.object(),
                    "moveAllFields", Check.truth(),
                    "initialStatus", Check.truth()),
            List.of("issues", "queue"));

    private final Form form;
    private final List<String> needed;

    BulkChangeForm(Map<String, Check> fields, List<String> needed) {
        this.form = new Form(fields);
        this.needed = needed;
    }

    /** By the last part of the path: {@code _update}. */
    static Optional<BulkChangeForm> of(String name) {
        for (BulkChangeForm form : values()) {
            if (name.equals("_" + form.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    Map<String, String> problems(JsonNode body) {
        Map<String, String> problems = new LinkedHashMap<>(form.problems(body));
        needed.stream()
                .filter(field -> !body.has(field))
                .forEach(field -> problems.put(field, "Поле обязательно для заполнения."));
        return problems;
    }

    private static Check issues() {
        return Check.that(
                value -> (value.isTextual() && !value.asText().isBlank())
                        || (value.isArray()
                                && !value.isEmpty()
                                && Check.text().each().problem(value).isEmpty()),
                "Укажите задачи или запрос.");
    }

    private static Check named() {
        return Check.that(
                value -> (value.isTextual() || value.isObject())
                        && !Reference.text(value).isBlank()
                        && !Reference.text(value).equals("MISSING"),
                "Объект не существует.");
    }
}
