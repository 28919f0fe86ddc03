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
import picocli.CommandLine.Option;

/** Sends the failed edits of a job again. */
@Command(description = "Sends the failed edits of a job again, as a new job, and stays with it to its end.")
final class RetryCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final AttendedOptions attended = new AttendedOptions();

    @Mixin
    private final JobId id = new JobId();

    @Option(names = "--unknown", description = "Sends the unknown edits again, too: they may be applied twice.")
    private boolean unknown;

    RetryCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException {
        return attended.at(place).run(open -> List.of(() -> again(open)));
    }

    private Job again(OpenHome open) throws Refused, IOException {
        Job job = id.in(open);
        return new Retry(job, open.home())
                .handIn(open.intake(), chosen())
                .orElseThrow(() -> new Refused(Retry.nothingToDo(job, chosen())));
    }

    private Set<Status> chosen() {
        return unknown ? EnumSet.of(Status.FAILED, Status.UNKNOWN) : EnumSet.of(Status.FAILED);
    }
}
