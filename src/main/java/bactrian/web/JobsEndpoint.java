package bactrian.web;

import bactrian.ledger.CallRecord;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Jobs;
import bactrian.ledger.Ledger;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /api/jobs}: what happened, and what a person can do about it. */
public final class JobsEndpoint {
    private static final int LISTED = 50;
    private static final int LISTED_AT_MOST = 1_000;

    private final Ledger ledger;
    private final Path resultsFolder;
    private final InstantSource clock;

    public JobsEndpoint(Ledger ledger, Path resultsFolder, InstantSource clock) {
        this.ledger = ledger;
        this.resultsFolder = resultsFolder;
        this.clock = clock;
    }

    /** {@code GET /api/jobs?limit=&state=}: the newest first. */
    public WebResponse list(WebRequest request) {
        Optional<JobState> state = request.parameter("state").flatMap(JobsEndpoint::state);
        if (request.parameter("state").isPresent() && state.isEmpty()) {
            return ProblemDetail.of(
                    400,
                    "Bad Request",
                    "state is one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(JobState.values())
                                            .map(JobState::word)
                                            .toList()) + ".");
        }
        int limit = Paging.number(request, "limit", LISTED, LISTED_AT_MOST);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode jobs = answer.putArray("jobs");
        ledger.jobs().newest(LISTED_AT_MOST).stream()
                .filter(job -> state.isEmpty() || state.get() == job.state())
                .limit(limit)
                .forEach(job -> jobs.add(JobView.of(job, clock.instant())));
        return WebResponse.json(200, answer);
    }

    /** {@code GET /api/jobs/{id}}. */
    public WebResponse show(String id) {
        return withJob(id, job -> WebResponse.json(200, detail(job)));
    }

    /** A job with its history and the files of its results. */
    public ObjectNode detail(Job job) {
        ObjectNode view = JobView.of(job, clock.instant());
        ArrayNode history = view.putArray("history");
        ledger.jobs().history(job.id()).forEach(history::add);
        Path folder = resultsFolder.resolve(job.id());
        if (Files.isDirectory(folder)) {
            view.put("results", folder.toAbsolutePath().toString());
            ArrayNode files = view.putArray("files");
            names(folder).forEach(files::add);
        }
        return view;
    }

    /** {@code GET /api/jobs/{id}/calls}: the evidence. */
    public WebResponse calls(String id, WebRequest request) {
        return withJob(id, job -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode calls = answer.putArray("calls");
            int from = Paging.number(request, "from", 1, Integer.MAX_VALUE);
            int limit = Paging.number(request, "limit", LISTED, LISTED_AT_MOST);
            ledger.calls().of(job.id(), from, limit).forEach(call -> calls.add(view(call)));
            return WebResponse.json(200, answer);
        });
    }

    /** {@code GET /api/jobs/{id}/events}: server-sent events. */
    WebResponse events(String id) {
        return withJob(id, job -> WebResponse.events(new JobEvents(ledger.jobs(), job.id(), clock)));
    }

    /** What a person can do with a job. */
    public enum Deed {
        APPROVE,
        CANCEL,
        PAUSE,
        RESUME
    }

    /** {@code POST /api/jobs/{id}/approve|cancel|pause|resume}. @param who for the job's history */
    public WebResponse act(String id, Deed deed, String who) {
        return withJob(id, job -> {
            Jobs jobs = ledger.jobs();
            boolean done =
                    switch (deed) {
                        case APPROVE -> jobs.start(job.id(), who);
                        case CANCEL -> jobs.cancel(job.id(), who);
                        case PAUSE -> jobs.pause(job.id(), who);
                        case RESUME -> jobs.resume(job.id(), who);
                    };
            Job now = jobs.find(job.id()).orElse(job);
            return done
                    ? WebResponse.json(200, detail(now))
                    : ProblemDetail.of(
                            409, "Conflict", "The job is " + now.state().word() + "; that cannot be done with it now.");
        });
    }

    /** Answers for a job, or says that there is none. */
    private WebResponse withJob(String id, Function<Job, WebResponse> answer) {
        return job(id).map(answer).orElseGet(() -> ProblemDetail.of(404, "Not Found", "There is no job " + id + "."));
    }

    /** The job with this id, or the only one whose id starts so. */
    Optional<Job> job(String id) {
        return ledger.jobs().find(id);
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

    private static Optional<JobState> state(String word) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
