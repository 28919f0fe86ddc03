package bactrian.cli;

import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Pace;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Progress in plain lines, for logs: one when the state changes, and one every few seconds while rows settle. */
final class ProgressLines implements Progress {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final PrintWriter err;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private String last = "";

    ProgressLines(PrintWriter err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public void show(Job job) {
        Instant now = clock.instant();
        String said = phase(job) + "/" + job.tally().settled() + "/" + job.calls() + "/" + job.retries() + "/"
                + job.progress();
        boolean changed = !said.equals(last);
        boolean newState = !last.startsWith(phase(job) + "/");
        if (changed && (newState || !now.isBefore(next))) {
            err.println(job.id() + ": " + ProgressText.of(job, Pace.of(job, now)));
            last = said;
            next = now.plus(EVERY);
        }
    }

    @Override
    public void close() {}

    /** Until a job is planned there is nothing to tell apart. */
    private static JobState phase(Job job) {
        return job.state() == JobState.PLANNED ? JobState.RECEIVED : job.state();
    }
}
