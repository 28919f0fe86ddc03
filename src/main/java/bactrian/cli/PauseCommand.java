package bactrian.cli;

import bactrian.config.BadConfig;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops sending for a job or a connection. */
@Command(name = "pause", description = "Stops sending: for a running job, or for a connection.")
final class PauseCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "A job, or a connection by its name.")
    private String id = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PauseCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        new JobVerb(house, place, spec.commandLine().getOut())
                .toJobOrConnection(
                        id,
                        "paused",
                        (ledger, job) -> ledger.jobs().pause(job.id(), Who.atTheCommandLine()),
                        (ledger, connection) -> ledger.pauses().pause(connection, Who.atTheCommandLine()));
        return ExitCode.DONE;
    }
}
