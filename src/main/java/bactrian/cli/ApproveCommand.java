package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a job that is held. */
@Command(description = "Runs a job that is held, and stays with it to its end.")
final class ApproveCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JobId id = new JobId();

    ApproveCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException {
        return new Attended(place, Attended.Form.TEXT, Watch.Answer.YES).run(open -> List.of(() -> approved(open)));
    }

    private Job approved(OpenHome open) throws Refused {
        Job job = id.in(open);
        if (job.state() != JobState.HELD || !open.ledger().jobs().start(job.id(), Who.atTheCommandLine())) {
            throw Refused.as(job, "only a held job can be approved");
        }
        return job;
    }
}
