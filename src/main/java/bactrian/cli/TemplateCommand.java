package bactrian.cli;

import bactrian.operation.Operation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a CSV header with one example row, ready to be filled in. */
@Command(name = "template", description = "Prints a CSV header with one example row.")
final class TemplateCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "PROVIDER", description = "For example awork.")
    private String provider = "";

    @Parameters(index = "1", paramLabel = "OPERATION", description = "For example setprio.")
    private String operation = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TemplateCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws Refused {
        Operation chosen = new CatalogueNames(house.catalogue()).one(provider, operation);
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Template(chosen).csv());
        out.flush();
        return ExitCode.DONE;
    }
}
