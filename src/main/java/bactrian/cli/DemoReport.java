package bactrian.cli;

import bactrian.config.Home;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What became of every file of the demonstration. */
record DemoReport(Home home, List<Job> jobs) {

    /** @return the exit code: done when every job has ended, whatever became of its rows */
    int print(PrintWriter out) throws IOException {
        Table table = new Table(
                "from",
                "file",
                "job",
                "state",
                "rows",
                "succeeded",
                "failed",
                "skipped",
                "unknown",
                "calls",
                "results");
        for (Job job : jobs) {
            Tally tally = job.tally();
            table.row(
                    job.arrival().source().replaceFirst(":.*", ""),
                    job.arrival().fileName(),
                    job.id(),
                    job.state().word(),
                    tally.total(),
                    tally.succeeded(),
                    tally.failed(),
                    tally.skipped(),
                    tally.unknown(),
                    job.calls(),
                    where(job));
        }
        out.println();
        table.print(out, "");
        for (Job job : jobs) {
            Optional<DeadLetterFile> letter =
                    job.state() == JobState.REJECTED ? DeadLetterFile.of(home, job.id()) : Optional.empty();
            if (letter.isPresent()) {
                out.println();
                out.println("dead letter: " + letter.get().file());
                letter.get().lines(1).forEach(line -> out.println("  " + line));
            }
        }
        out.println();
        out.println("Everything is in " + home.root() + "; look around, then delete it.");
        boolean allEnded =
                !jobs.isEmpty() && jobs.stream().allMatch(job -> job.state().ended());
        return allEnded ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private Path where(Job job) {
        return job.state() == JobState.REJECTED
                ? home.deadLetter()
                : home.results().resolve(job.id());
    }
}
