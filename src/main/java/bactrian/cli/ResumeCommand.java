package bactrian.cli;

import bactrian.config.BadConfig;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with what was paused, or rests. */
@Command(name = "resume", description = "Goes on with a paused job, or with a connection that is paused or rests.")
final class ResumeCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "A job, or a connection by its name.")
    private String id = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ResumeCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        new JobVerb(house, place, spec.commandLine().getOut())
                .toJobOrConnection(
                        id,
                        "resumed",
                        (ledger, job) -> ledger.jobs().resume(job.id(), Who.atTheCommandLine()),
                        (ledger, connection) -> ledger.lanes().resume(connection)
                                | ledger.pauses().resume(connection));
        return ExitCode.DONE;
    }
}
