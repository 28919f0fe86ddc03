package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.HomeLock;
import bactrian.ledger.Job;
import bactrian.plan.HeldJobs;
import bactrian.results.JobResults;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cancels a job. */
@Command(description = "Cancels a job: calls in flight are settled first, the rest is not sent.")
final class CancelCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JobId id = new JobId();

    CancelCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        PrintWriter out = place.out();
        try (OpenHome open = place.open()) {
            Job job = id.in(open);
            if (!open.ledger().jobs().cancel(job.id(), Who.atTheCommandLine())) {
                throw Refused.as(job, "it cannot be cancelled");
            }
            HeldJobs.remove(open.home().held(), job.id());
            boolean nobodyRuns = writeResultsWhereNobodyDoes(open);
            Job now = open.job(job.id());
            new JobReport(now, open.home()).print(out);
            if (!now.state().ended()) {
                out.println("  cancelled; it ends when its calls in flight are settled"
                        + (nobodyRuns ? ": when bactrian run is started" : ""));
            }
        }
        return ExitCode.DONE;
    }

    /** Nothing is sent for a cancelled job, so nobody needs to own the home for longer than it takes to write. */
    private boolean writeResultsWhereNobodyDoes(OpenHome open) throws IOException {
        Optional<HomeLock> lock = HomeLock.take(open.home());
        if (lock.isPresent()) {
            HomeLock held = lock.get();
            try (held) {
                JobResults results = place.house().results(open.settings(), open.home(), open.ledger());
                while (results.writeNext()) {
                    place.err().flush();
                }
            }
        }
        return lock.isPresent();
    }
}
