package bactrian.cli;

import bactrian.config.BadConfig;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops sending for a job or a connection. */
@Command(description = "Stops sending: for a running job, or for a connection.")
final class PauseCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JobOrConnection subject = new JobOrConnection();

    PauseCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        subject.become(
                place,
                "paused",
                (ledger, job) -> ledger.jobs().pause(job.id(), Who.atTheCommandLine()),
                (ledger, connection) -> ledger.pauses().pause(connection, Who.atTheCommandLine()));
        return ExitCode.DONE;
    }
}
