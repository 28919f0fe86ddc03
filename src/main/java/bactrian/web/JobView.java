package bactrian.web;

import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Pace;
import bactrian.ledger.Tally;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A job as data, over HTTP and for scripts. */
public final class JobView {
    private JobView() {}

    /**
     * The job as it stands.
     *
     * @param resultsFolder where the folder of its results would lie
     * @param now to say when a running job is expected to end
     */
    public static ObjectNode of(Job job, Path resultsFolder, Instant now) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("job", job.id())
                .put("state", job.state().word())
                .put("source", job.arrival().source())
                .put("format", job.arrival().format())
                .put("bytes", job.arrival().bytes());
        Tally tally = job.tally();
        view.putObject("rows")
                .put("total", tally.total())
                .put("succeeded", tally.succeeded())
                .put("failed", tally.failed())
                .put("skipped", tally.skipped())
                .put("unknown", tally.unknown());
        view.put("calls", job.calls()).put("retries", job.retries());
        if (!job.progress().isEmpty()) {
            view.put("progress", job.progress());
        }
        job.reason().ifPresent(reason -> view.putObject("reason")
                .put("code", reason.code().word())
                .put("message", reason.message())
                .put("hint", reason.code().hint()));
        view.put("receivedAt", job.receivedAt().toString());
        job.startedAt().ifPresent(at -> view.put("startedAt", at.toString()));
        job.finishedAt().ifPresent(at -> view.put("finishedAt", at.toString()));
        Pace.of(job, now)
                .left()
                .ifPresent(left -> view.put("expectedEnd", now.plus(left).toString()));
        Path results = resultsFolder.resolve(job.id());
        if (job.state() != JobState.REJECTED && Files.isDirectory(results)) {
            view.put("results", results.toString());
        }
        return view;
    }
}
