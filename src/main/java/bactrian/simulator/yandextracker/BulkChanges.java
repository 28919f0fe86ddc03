package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Asked;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Work;
import bactrian.simulator.wire.Works;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bulk change endpoints. A bulk change is taken whole or not at all: an unknown key refuses it, a value that will not
 * do makes single issues fail later.
 */
final class BulkChanges {

    private static final int MOST = 10_000;
    private static final int NAMED = 20;

    private final Works works;
    private final Issues issues;
    private final int graceLooks;
    private final Map<String, BulkChange> changes = new HashMap<>();

    BulkChanges(Works works, Issues issues, int graceLooks) {
        this.works = works;
        this.issues = issues;
        this.graceLooks = graceLooks;
    }

    Answer create(Asked asked, URI base, BulkChangeForm form, JsonNode body) {
        Map<String, String> problems = form.problems(body);
        String notify = asked.query().getOrDefault("notify", "false");
        if (!Set.of("true", "false").contains(notify)) {
            problems.put("notify", "Ожидается true или false.");
        }
        if (!problems.isEmpty()) {
            return TrackerVoice.invalid(problems);
        }
        try {
            return start(asked, base, form, body, keys(body.path("issues")));
        } catch (QueryRefused refused) {
            return TrackerVoice.error(400, String.valueOf(refused.getMessage()));
        }
    }

    Answer get(URI base, String id) {
        BulkChange change = changes.get(id);
        Optional<Work> work = works.find(id);
        if (change == null || work.isEmpty()) {
            return TrackerVoice.notFound("Операция " + id);
        }
        if (change.hidden()) {
            return TrackerVoice.notFound("Операция " + id);
        }
        works.look(id);
        return Answer.json(200, change.json(base, works.share(work.get())));
    }

    Answer failures(URI base, String id) {
        return Optional.ofNullable(changes.get(id))
                .map(change -> Answer.json(200, change.rows(base)))
                .orElseGet(() -> TrackerVoice.notFound("Операция " + id));
    }

    private Answer start(Asked asked, URI base, BulkChangeForm form, JsonNode body, List<String> keys) {
        List<String> unknown =
                keys.stream().filter(key -> issues.get(key).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return TrackerVoice.invalid(Map.of("issues", "Не удалось найти задачи: " + named(unknown) + "."));
        }
        if (keys.size() > MOST) {
            return TrackerVoice.invalid(Map.of("issues", "Количество задач превышает " + MOST + "."));
        }
        String id = String.format(Locale.ROOT, "5f%022x", changes.size() + 1);
        IssueEdit edit = new IssueEdit(issues, form, body, asked.number());
        List<String> touched = new ArrayList<>(keys);
        BulkChange[] made = new BulkChange[1];
        Work work = works.start(id, ending -> made[0].run(ending));
        BulkChange change = new BulkChange(work, edit, touched, graceLooks);
        made[0] = change;
        changes.put(id, change);
        return Answer.json(201, change.json(base, 0)).touching(touched);
    }

    private List<String> keys(JsonNode given) throws QueryRefused {
        return given.isTextual()
                ? issues.matching(Query.of(given.asText()))
                : List.copyOf(new LinkedHashSet<>(Json.texts(given)));
    }

    /** All unknown keys, the way a sentence would: not more than twenty. */
    private static String named(List<String> keys) {
        String first = String.join(", ", keys.subList(0, Math.min(NAMED, keys.size())));
        return keys.size() > NAMED ? first + " и еще " + (keys.size() - NAMED) : first;
    }
}
