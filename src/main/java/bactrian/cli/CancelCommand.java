package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.HomeLock;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.plan.HeldJobs;
import bactrian.results.JobResults;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cancels a job. */
@Command(name = "cancel", description = "Cancels a job: calls in flight are settled first, the rest is not sent.")
final class CancelCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "The job's id, or how it starts.")
    private String id = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CancelCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        Home home = place.home(house);
        home.prepare();
        Settings settings = place.settings(house, Patience.FOREGROUND);
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = house.ledger(settings, home)) {
            Job job = JobIds.find(ledger, id);
            if (!ledger.jobs().cancel(job.id(), Who.atTheCommandLine())) {
                throw new Refused(job.id() + " is " + job.state().word() + "; it cannot be cancelled.");
            }
            HeldJobs.remove(home.held(), job.id());
            boolean nobodyRuns = writeResultsWhereNobodyDoes(settings, home, ledger);
            Job now = JobIds.find(ledger, job.id());
            new JobReport(now, home).print(out);
            if (!now.state().ended()) {
                out.println("  cancelled; it ends when its calls in flight are settled"
                        + (nobodyRuns ? ": when bactrian run is started" : ""));
            }
        }
        return ExitCode.DONE;
    }

    /** Nothing is sent for a cancelled job, so nobody needs to own the home for longer than it takes to write. */
    private boolean writeResultsWhereNobodyDoes(Settings settings, Home home, Ledger ledger) throws IOException {
        Optional<HomeLock> lock = HomeLock.take(home);
        if (lock.isPresent()) {
            HomeLock held = lock.get();
            try (held) {
                JobResults results = house.results(settings, home, ledger);
                while (results.writeNext()) {
                    spec.commandLine().getErr().flush();
                }
            }
        }
        return lock.isPresent();
    }
}
