package bactrian.web;

import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A job as it is shown over HTTP. */
public final class JobView {
    private JobView() {}

    /** @param now to say when a running job is expected to end */
    public static ObjectNode of(Job job, Instant now) {
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
        expectedEnd(job, now).ifPresent(at -> view.put("expectedEnd", at.toString()));
        return view;
    }

    /** When a running job will end if it goes on as fast as it did so far; empty while nothing is settled. */
    static Optional<Instant> expectedEnd(Job job, Instant now) {
        long settled = job.tally().settled();
        long open = job.tally().total() - settled;
        if (job.state() != JobState.RUNNING || settled == 0 || open == 0) {
            return Optional.empty();
        }
        return job.startedAt().map(start -> {
            double millis = Duration.between(start, now).toMillis() * (double) open / settled;
            return now.plusMillis(Math.round(millis));
        });
    }
}
