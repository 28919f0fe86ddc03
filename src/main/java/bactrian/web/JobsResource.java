package bactrian.web;

import bactrian.ledger.CallRecord;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Jobs;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /api/jobs}: what happened, and what a person can do about it. */
final class JobsResource implements Resource {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LISTED = 50;
    private static final int LISTED_AT_MOST = 1_000;

    private final Parts parts;
    private final Jobs jobs;

    JobsResource(Parts parts) {
        this.parts = parts;
        this.jobs = parts.ledger().jobs();
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/jobs", "List the jobs, the newest first", this::list)
                        .query("state", "only jobs in this state: " + states())
                        .query("limit", "how many at most, usually " + LISTED)
                        .query(
                                "before",
                                "only jobs that came before the one with this id: the 'next' of an earlier answer")
                        .answers(200, "The jobs; 'next' where there are more"),
                Endpoint.get("/api/jobs/{id}", "Show a job", this::show)
                        .answers(200, "The job, with its history and, while it is held, what it would do"),
                Endpoint.get("/api/jobs/{id}/calls", "List the calls of a job", this::calls)
                        .query("from", "the number of the first call wanted")
                        .query("limit", "how many at most, usually " + LISTED)
                        .flag("exchanges", "with each request and answer, credentials masked")
                        .answers(200, "The calls: the evidence"),
                Endpoint.get("/api/jobs/{id}/events", "Follow a job until it has ended", this::events)
                        .answers(200, "Server-sent events named 'job', each with the job as data", "text/event-stream"),
                verb("approve", "Let a job run that is held", jobs::start),
                verb("cancel", "Cancel a job: calls in flight are settled, the rest is not sent", jobs::cancel),
                verb("pause", "Pause a job", jobs::pause),
                verb("resume", "Let a paused job go on", jobs::resume));
    }

    private Endpoint verb(String name, String summary, BiPredicate<String, String> verb) {
        return Endpoint.post("/api/jobs/{id}/" + name, summary, request -> act(request, verb))
                .answers(200, "The job as it stands now");
    }

    private WebResponse list(WebRequest request) throws Refused {
        Optional<JobState> state = state(request);
        int limit = Paging.number(request, "limit", LISTED, LISTED_AT_MOST);
        List<Job> found = jobs.newest(state, request.parameter("before"), limit + 1);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = answer.putArray("jobs");
        found.stream().limit(limit).forEach(job -> listed.add(view(job)));
        if (found.size() > limit) {
            answer.put("next", found.get(limit - 1).id());
        }
        return WebResponse.json(200, answer);
    }

    private WebResponse show(WebRequest request) throws Refused, IOException {
        Job job = parts.job(request);
        ObjectNode view = detail(job);
        Path held = parts.home().held().resolve(job.id() + ".json");
        if (job.state() == JobState.HELD && Files.isRegularFile(held)) {
            view.set("held", JSON.readTree(held.toFile()));
        }
        return WebResponse.json(200, view);
    }

    private WebResponse calls(WebRequest request) throws Refused {
        Job job = parts.job(request);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode calls = answer.putArray("calls");
        int from = Paging.number(request, "from", 1, Integer.MAX_VALUE);
        int limit = Paging.number(request, "limit", LISTED, LISTED_AT_MOST);
        for (CallRecord call : parts.ledger().evidence().calls(job.id(), from, limit)) {
            ObjectNode view = view(call);
            if (request.flag("exchanges")) {
                view.set(
                        "exchanges",
                        ExchangeView.of(parts.ledger()
                                .evidence()
                                .exchanges(job.id(), call.call().number())));
            }
            calls.add(view);
        }
        return WebResponse.json(200, answer);
    }

    private WebResponse events(WebRequest request) throws Refused {
        return WebResponse.events(new JobEvents(jobs, parts.job(request).id(), this::view));
    }

    private WebResponse act(WebRequest request, BiPredicate<String, String> verb) throws Refused {
        Job job = parts.job(request);
        boolean done = verb.test(job.id(), Parts.WHO);
        Job now = jobs.find(job.id()).orElse(job);
        if (!done) {
            throw Refused.because(409, "The job is " + now.state().word() + "; that cannot be done with it now.");
        }
        return WebResponse.json(200, detail(now));
    }

    private ObjectNode view(Job job) {
        return JobView.of(job, parts.home().results(), parts.clock().instant());
    }

    /** A job with its history and the files of its results. */
    private ObjectNode detail(Job job) {
        ObjectNode view = view(job);
        ArrayNode history = view.putArray("history");
        parts.ledger().history().of(job.id()).forEach(history::add);
        Path folder = parts.results(job);
        if (Files.isDirectory(folder)) {
            ArrayNode files = view.putArray("files");
            names(folder).forEach(files::add);
        }
        return view;
    }

    private static ObjectNode view(CallRecord call) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("call", call.call().number())
                .put("connection", call.call().change().connection())
                .put("operation", call.call().change().operation())
                .put("edits", call.call().size())
                .put("state", call.state())
                .put("requests", call.requests())
                .put("note", call.note());
        call.sentAt().ifPresent(at -> view.put("sentAt", at.toString()));
        call.settledAt().ifPresent(at -> view.put("settledAt", at.toString()));
        return view;
    }

    private static Optional<JobState> state(WebRequest request) throws Refused {
        Optional<String> word = request.parameter("state");
        Optional<JobState> state = Arrays.stream(JobState.values())
                .filter(one -> word.equals(Optional.of(one.word())))
                .findFirst();
        if (word.isPresent() && state.isEmpty()) {
            throw Refused.because(400, "state is one of " + states() + ".");
        }
        return state;
    }

    private static String states() {
        return Arrays.stream(JobState.values()).map(JobState::word).collect(Collectors.joining(", "));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
