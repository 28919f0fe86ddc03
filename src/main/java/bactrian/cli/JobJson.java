package bactrian.cli;

import bactrian.config.Home;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A job as data, in the shape that the HTTP API gives it, too. */
final class JobJson {

    private JobJson() {}

    static ObjectNode of(Job job, Home home, Instant now) {
        ObjectNode node = Json.object()
                .put("job", job.id())
                .put("state", job.state().word())
                .put("source", job.arrival().source())
                .put("format", job.arrival().format())
                .put("bytes", job.arrival().bytes());
        Tally tally = job.tally();
        node.putObject("rows")
                .put("total", tally.total())
                .put("succeeded", tally.succeeded())
                .put("failed", tally.failed())
                .put("skipped", tally.skipped())
                .put("unknown", tally.unknown());
        node.put("calls", job.calls()).put("retries", job.retries());
        if (!job.progress().isEmpty()) {
            node.put("progress", job.progress());
        }
        job.reason().ifPresent(reason -> node.putObject("reason")
                .put("code", reason.code().word())
                .put("message", reason.message())
                .put("hint", reason.code().hint()));
        node.put("receivedAt", job.receivedAt().toString());
        job.startedAt().ifPresent(at -> node.put("startedAt", at.toString()));
        job.finishedAt().ifPresent(at -> node.put("finishedAt", at.toString()));
        Pace.of(job, now)
                .left()
                .ifPresent(left -> node.put("expectedEnd", now.plus(left).toString()));
        Path results = home.results().resolve(job.id());
        if (job.state() != JobState.REJECTED && Files.isDirectory(results)) {
            node.put("results", results.toString());
        }
        return node;
    }
}
