package bactrian.cli;

import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Pace;
import bactrian.ledger.Tally;
import bactrian.outcome.Figures;
import java.util.Locale;

/** How far a job is, in one line. */
final class ProgressText {

    private ProgressText() {}

    static String of(Job job, Pace pace) {
        if (job.state() == JobState.RECEIVED || job.state() == JobState.PLANNED) {
            return "planning";
        }
        StringBuilder text = new StringBuilder(job.state().word());
        Tally tally = job.tally();
        if (tally.total() > 0) {
            text.append(", ")
                    .append(Figures.count(tally.settled()))
                    .append(" of ")
                    .append(Figures.count(tally.total()))
                    .append(" rows, ");
        }
        return tally.total() > 0 ? text.append(detail(job, pace)).toString() : text.toString();
    }

    /** Calls, failures, speed and what the provider says. */
    static String detail(Job job, Pace pace) {
        StringBuilder text = new StringBuilder(Figures.count(job.calls(), "call"));
        if (job.tally().failed() > 0) {
            text.append(", ").append(Figures.count(job.tally().failed())).append(" failed");
        }
        if (pace.editsPerSecond() > 0) {
            text.append(String.format(Locale.ROOT, ", %.1f rows/s", pace.editsPerSecond()));
        }
        pace.left()
                .ifPresent(left ->
                        text.append(", about ").append(Figures.duration(left)).append(" left"));
        if (!job.progress().isEmpty() && !job.state().ended()) {
            text.append(", ").append(job.progress());
        }
        return text.toString();
    }
}
