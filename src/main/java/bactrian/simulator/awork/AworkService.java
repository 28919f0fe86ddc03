package bactrian.simulator.awork;

import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Asked;
import bactrian.simulator.wire.Check;
import bactrian.simulator.wire.Journal;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Service;
import bactrian.simulator.wire.Text;
import bactrian.simulator.wire.Voice;
import bactrian.simulator.wire.Works;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * awork: the batch endpoint, single tasks, and who asks.
 *
 * <p>The world is open. Every UUID is a task with dates in June 2026; a task id that begins with {@code 00000000-} is
 * not found, {@code 00000001-} unauthorized, {@code 00000002-} a bad request, and {@code 00000003-} is edited but left
 * out of the answer. Projects, lists, users, statuses exist unless their id begins with {@code 00000000-}. Seeds are
 * {@code {"tasks": {…}}} in the names of {@code GET /tasks/{id}}, assignees and lists as plain ids.
 */
public final class AworkService implements Service {

    private static final String BASE = "/api/v1";
    private static final Pattern BATCH = Pattern.compile(BASE + "/tasks/batch/([^/]+)/?");
    private static final Pattern TASK = Pattern.compile(BASE + "/tasks/([^/]+)/?");

    private final AworkVoice voice = new AworkVoice();
    private final Works works;
    private final Journal journal;
    private final Tasks tasks;
    private final Batch batch;

    /** An untouched world. */
    public AworkService(Works works, Journal journal) {
        this.works = works;
        this.journal = journal;
        this.tasks = new Tasks(journal);
        this.batch = new Batch(tasks);
    }

    @Override
    public String provider() {
        return "awork";
    }

    @Override
    public String base() {
        return BASE;
    }

    @Override
    public Optional<String> credential(Asked asked) {
        return asked.header("authorization")
                .filter(given -> given.startsWith("Bearer "))
                .map(given -> given.substring("Bearer ".length()));
    }

    @Override
    public Answer serve(Asked asked) {
        Matcher operation = BATCH.matcher(asked.path());
        if (operation.matches() && asked.method().equals("POST")) {
            return read(asked, form -> batch(asked, operation.group(1), form));
        }
        if (asked.path().equals(BASE + "/users/me") && asked.method().equals("GET")) {
            return Answer.json(
                    200,
                    Json.object()
                            .put("id", "5e1f0000-0000-4000-8000-000000000001")
                            .put("firstName", "Simulated"));
        }
        Matcher task = TASK.matcher(asked.path());
        if (task.matches() && asked.method().equals("GET")) {
            return task(task.group(1));
        }
        return voice.notFound();
    }

    private Answer batch(Asked asked, String operation, ObjectNode form) {
        if (!BatchForm.isOperation(operation)) {
            return voice.invalid(Map.of("Operation", "The operation '" + operation + "' is not supported."));
        }
        Map<String, String> problems = BatchForm.problems(operation, form);
        return problems.isEmpty() ? batch.run(asked.number(), operation, form) : voice.invalid(problems);
    }

    private Answer task(String id) {
        if (!Check.UUID.matcher(id).matches()) {
            return voice.invalid(Map.of("TaskId", "The value '" + id + "' is not a valid id."));
        }
        if (Marked.of(id) == Marked.UNAUTHORIZED) {
            return voice.error(403, "forbidden", "You are not allowed to see this task.");
        }
        return state(id)
                .map(task -> Answer.json(200, task))
                .orElseGet(() -> voice.error(404, "not-found", "There is no task with the id '" + id + "'."));
    }

    @Override
    public Voice voice() {
        return voice;
    }

    @Override
    public Optional<ObjectNode> state(String id) {
        String lower = Text.lower(id);
        return tasks.get(lower).map(task -> task.json(lower));
    }

    @Override
    public void seed(JsonNode things) {
        things.path("tasks").properties().forEach(task -> tasks.seed(Text.lower(task.getKey()), task.getValue()));
    }

    @Override
    public Works works() {
        return works;
    }

    @Override
    public Journal journal() {
        return journal;
    }
}
