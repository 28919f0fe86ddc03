package bactrian.cli;

import bactrian.operation.Operation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a CSV header with one example row, ready to be filled in. */
@Command(description = "Prints a CSV header with one example row.")
final class TemplateCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Parameters(index = "0", paramLabel = "PROVIDER", description = "For example awork.")
    private String provider = "";

    @Parameters(index = "1", paramLabel = "OPERATION", description = "For example setprio.")
    private String operation = "";

    TemplateCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws Refused {
        Operation chosen = new CatalogueNames(place.house().catalogue()).one(provider, operation);
        PrintWriter out = place.out();
        out.print(new Template(chosen).csv());
        out.flush();
        return ExitCode.DONE;
    }
}
