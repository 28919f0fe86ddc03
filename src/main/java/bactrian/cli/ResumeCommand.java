package bactrian.cli;

import bactrian.config.BadConfig;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes on with what was paused, or rests. */
@Command(description = "Goes on with a paused job, or with a connection that is paused or rests.")
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JobOrConnection subject = new JobOrConnection();

    ResumeCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        subject.become(
                place,
                "resumed",
                (ledger, job) -> ledger.jobs().resume(job.id(), Who.atTheCommandLine()),
                (ledger, connection) ->
                        ledger.lanes().resume(connection) | ledger.pauses().resume(connection));
        return ExitCode.DONE;
    }
}
