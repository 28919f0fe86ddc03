package bactrian.simulator.awork;

import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code POST /tasks/batch/{operation}}: does it to every task it can and answers 207. */
final class Batch {

    private enum Part {
        ok,
        notFound,
        unauthorized,
        badRequest
    }

    private final Tasks tasks;

    Batch(Tasks tasks) {
        this.tasks = tasks;
    }

    Answer run(long request, String operation, JsonNode form) {
        Map<Part, List<String>> parts = new EnumMap<>(Part.class);
        List<String> touched = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        Json.texts(form.path("taskIds")).forEach(id -> ids.add(Text.lower(id)));
        Family family = new Family(tasks, request, form, ids);
        for (String id : ids) {
            Part part = one(request, operation, form, id, family);
            if (part == Part.ok) {
                touched.add(id);
            }
            if (Marked.of(id) != Marked.FORGOTTEN) {
                parts.computeIfAbsent(part, none -> new ArrayList<>()).add(id);
            }
        }
        ObjectNode body = Json.object();
        parts.forEach((part, members) -> body.putObject(part.name()).set("ids", Json.texts(members)));
        return Answer.json(207, body).touching(touched);
    }

    private Part one(long request, String operation, JsonNode form, String id, Family family) {
        if (Marked.of(id) == Marked.UNAUTHORIZED) {
            return Part.unauthorized;
        }
        if (Marked.of(id) == Marked.BAD_REQUEST) {
            return Part.badRequest;
        }
        return tasks.get(id)
                .map(task -> applied(request, operation, form, id, task, family) ? Part.ok : Part.badRequest)
                .orElse(Part.notFound);
    }

    private boolean applied(long request, String operation, JsonNode form, String id, Task task, Family family) {
        return switch (operation) {
            case "delete" -> tasks.remove(request, id);
            case "copy" -> family.copy(id, task);
            case "moveundertask" -> family.moveUnder(id, task);
            case "adjustdates" -> family.adjust(id, task);
            case "plannerbatch" -> family.plan(id, task);
            default ->
                new Operations(operation, form)
                        .on(task)
                        .map(changed -> tasks.put(request, id, changed))
                        .orElse(false);
        };
    }
}
