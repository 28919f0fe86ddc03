package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.instruction.Instructions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts a mapping. */
@Command(
        name = "mapping",
        description = "Drafts a mapping from a file's columns, to be checked and saved as config/mappings/NAME.yaml.")
final class MappingCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Mixin
    private DefaultOptions defaults = new DefaultOptions();

    @Parameters(paramLabel = "FILE", description = "A CSV file, or JSON of flat objects.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MappingCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        Settings settings = place.settings(house, Patience.FOREGROUND);
        CatalogueNames names = new CatalogueNames(house.catalogue());
        names.choose(defaults.defaults().provider(), defaults.defaults().operation());
        InputFile input = InputFile.of(file);
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Instructions(house.catalogue(), settings.connections())
                .draft(input.document(defaults.defaults(), Optional.empty(), settings)));
        out.flush();
        return ExitCode.DONE;
    }
}
