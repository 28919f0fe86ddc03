package bactrian.simulator.close;

import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Asked;
import bactrian.simulator.wire.Ending;
import bactrian.simulator.wire.Shelf;
import bactrian.simulator.wire.Values;
import bactrian.simulator.wire.Work;
import bactrian.simulator.wire.Works;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The bulk edit endpoints. A bulk edit selects when it is asked for and changes when its work ends. */
final class BulkEdits {

    private final Works works;
    private final Shelf objects;
    private final Map<String, BulkEdit> edits = new LinkedHashMap<>();

    BulkEdits(Works works, Shelf objects) {
        this.works = works;
        this.objects = objects;
    }

    Answer create(Asked asked, ObjectNode body) {
        Map<String, String> problems = BulkEditForm.problems(body);
        if (!problems.isEmpty()) {
            return CloseVoice.invalid(problems);
        }
        try {
            List<String> targets = new Selection(objects).targets(body);
            FieldEdit edit = new FieldEdit(body);
            String id = "bulk_" + String.format(Locale.ROOT, "%08d", edits.size() + 1);
            Work work = works.start(id, ending -> apply(asked.number(), edit, targets, ending));
            BulkEdit created = new BulkEdit(body, work, targets.size(), leads(targets));
            edits.put(id, created);
            return Answer.json(200, created.json(0, asked.at())).touching(targets);
        } catch (QueryRefused refused) {
            return CloseVoice.invalid(Map.of("s_query", String.valueOf(refused.getMessage())));
        }
    }

    Answer get(Asked asked, String id) {
        Optional<Work> work = works.look(id);
        return Optional.ofNullable(edits.get(id))
                .map(edit -> Answer.json(200, edit.json(works.share(work.orElse(edit.work())), asked.at())))
                .orElseGet(CloseVoice::notFound);
    }

    /** Newest first. Looking at the list brings no work on. */
    Answer list(Asked asked) {
        Map<String, String> query = new LinkedHashMap<>(asked.query());
        Optional<Tasks.Page> page = Tasks.Page.of(query);
        if (page.isEmpty()) {
            return CloseVoice.invalid(Map.of("_limit", "_limit must be 1 to 100 and _skip not negative."));
        }
        List<ObjectNode> newest = new ArrayList<>();
        edits.values().forEach(edit -> newest.add(0, edit.json(works.share(edit.work()), asked.at())));
        return page.get().of(newest);
    }

    private void apply(long request, FieldEdit edit, List<String> targets, Ending ending) {
        int reached = ending == Ending.DONE ? targets.size() : ending == Ending.FAILED_HALFWAY ? targets.size() / 2 : 0;
        targets.subList(0, reached)
                .forEach(id -> objects.get(id).ifPresent(object -> objects.put(request, id, edit.on(object))));
    }

    private int leads(List<String> targets) {
        return (int) targets.stream()
                .map(id -> objects.get(id).map(values -> lead(id, values)).orElse(id))
                .distinct()
                .count();
    }

    private static String lead(String id, Values object) {
        return object.text("object_type").equals("lead") ? id : object.text("lead_id");
    }
}
