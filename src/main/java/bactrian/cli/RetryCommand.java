package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.ledger.Job;
import bactrian.outcome.Status;
import bactrian.web.Retry;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the failed edits of a job again. */
@Command(
        name = "retry",
        description = "Sends the failed edits of a job again, as a new job, and stays with it to its end.")
final class RetryCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Mixin
    private AttendedOptions attended = new AttendedOptions();

    @Parameters(paramLabel = "ID", description = "The job's id, or how it starts.")
    private String id = "";

    @Option(names = "--unknown", description = "Sends the unknown edits again, too: they may be applied twice.")
    private boolean unknown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RetryCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException {
        return new Attended(house, place, spec.commandLine())
                .run(
                        attended.form(),
                        attended.answer(),
                        (ledger, home, settings) -> List.of(() -> {
                            Job job = JobIds.find(ledger, id);
                            return new Retry(job, home)
                                    .handIn(house.intake(ledger, home), chosen())
                                    .orElseThrow(() -> new Refused(Retry.nothingToDo(job, chosen())));
                        }));
    }

    private Set<Status> chosen() {
        return unknown ? EnumSet.of(Status.FAILED, Status.UNKNOWN) : EnumSet.of(Status.FAILED);
    }
}
