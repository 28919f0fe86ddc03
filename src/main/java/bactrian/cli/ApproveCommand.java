package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a job that is held. */
@Command(name = "approve", description = "Runs a job that is held, and stays with it to its end.")
final class ApproveCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "The job's id, or how it starts.")
    private String id = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ApproveCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException {
        return new Attended(house, place, spec.commandLine())
                .run(
                        Attended.Form.TEXT,
                        Watch.Answer.YES,
                        (ledger, home, settings) -> List.of(() -> {
                            Job job = JobIds.find(ledger, id);
                            if (job.state() != JobState.HELD
                                    || !ledger.jobs().start(job.id(), Who.atTheCommandLine())) {
                                throw new Refused(
                                        job.id() + " is " + job.state().word() + "; only a held job can be approved.");
                            }
                            return job;
                        }));
    }
}
