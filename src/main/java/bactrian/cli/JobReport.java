package bactrian.cli;

import bactrian.config.Home;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import bactrian.outcome.Figures;
import bactrian.outcome.Sentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** What became of a job, for people and for the shell. */
record JobReport(Job job, Home home) {
    /** Problems of a refused document that are shown; all are in its dead letter. */
    private static final int TOLD = 20;

    int exitCode() {
        if (job.state() == JobState.REJECTED || job.state() == JobState.HELD) {
            return ExitCode.REFUSED;
        }
        boolean allWell = job.tally().failed() == 0 && job.tally().unknown() == 0;
        return allWell && job.state() == JobState.DONE ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    void print(PrintWriter out) throws IOException {
        out.println(job.id() + ": " + job.state().word());
        switch (job.state()) {
            case REJECTED -> refusal(out);
            case HELD -> {
                reason(out);
                Optional<HeldReport> held = HeldReport.of(home, job.id());
                if (held.isPresent()) {
                    held.get().print(out);
                }
                out.println("  approve: bactrian approve " + job.id());
                out.println("  cancel: bactrian cancel " + job.id());
            }
            default -> {
                Tally tally = job.tally();
                out.println("  rows: " + Figures.count(tally.total()) + " in all, "
                        + Figures.count(tally.succeeded()) + " succeeded, "
                        + Figures.count(tally.failed()) + " failed, "
                        + Figures.count(tally.skipped()) + " skipped, "
                        + Figures.count(tally.unknown()) + " unknown");
                out.println("  calls: " + Figures.count(job.calls()) + ", further attempts: "
                        + Figures.count(job.retries()));
                reason(out);
                if (job.state().ended()) {
                    out.println("  results: " + home.results().resolve(job.id()));
                }
            }
        }
    }

    private void reason(PrintWriter out) {
        job.reason()
                .ifPresent(reason -> out.println("  " + reason.code().word() + ": " + Sentence.of(reason.message())
                        + " " + reason.code().hint()));
    }

    private void refusal(PrintWriter out) throws IOException {
        out.println("  refused, nothing of it was sent");
        Optional<DeadLetterFile> letter = DeadLetterFile.of(home, job.id());
        if (letter.isEmpty()) {
            reason(out);
            return;
        }
        DeadLetterFile file = letter.get();
        file.lines(TOLD).forEach(line -> out.println("  " + line));
        long more = file.count() - TOLD;
        if (more > 0) {
            out.println("  … and " + Figures.count(more, "more problem") + ", listed in the dead letter");
        }
        out.println("  dead letter: " + file.file());
    }
}
