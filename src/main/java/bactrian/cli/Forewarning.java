package bactrian.cli;

import bactrian.ledger.Job;
import bactrian.ledger.JobHistory;
import bactrian.ledger.JobState;
import bactrian.plan.JobPlanner;
import java.io.PrintWriter;

/** Says what cannot be undone as soon as a job is planned, beside its progress. */
final class Forewarning implements Progress {
    private final JobHistory history;
    private final PrintWriter err;
    private final Watch.Answer answer;
    private final Progress progress;
    private boolean said;

    Forewarning(JobHistory history, PrintWriter err, Watch.Answer answer, Progress progress) {
        this.history = history;
        this.err = err;
        this.answer = answer;
        this.progress = progress;
    }

    @Override
    public void show(Job job) {
        boolean planned = job.state() != JobState.RECEIVED && job.state() != JobState.PLANNED;
        boolean shown = job.state() == JobState.HELD && answer == Watch.Answer.ASK; // by HeldReport
        if (planned && !said && !shown) {
            history.said(job.id(), JobPlanner.PLANNER).forEach(sentence -> err.println(job.id() + ": " + sentence));
        }
        said |= planned;
        progress.show(job);
    }

    @Override
    public void close() {
        progress.close();
    }
}
