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
import picocli.CommandLine.Parameters;

/** Drafts a mapping. */
@Command(description = "Drafts a mapping from a file's columns, to be checked and saved as config/mappings/NAME.yaml.")
final class MappingCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final DefaultOptions defaults = new DefaultOptions();

    @Parameters(paramLabel = "FILE", description = "A CSV file, or JSON of flat objects.")
    private Path file = Path.of("");

    MappingCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        Settings settings = place.settings(Patience.FOREGROUND);
        CatalogueNames names = new CatalogueNames(place.house().catalogue());
        names.choose(defaults.defaults().provider(), defaults.defaults().operation());
        InputFile input = InputFile.of(file);
        PrintWriter out = place.out();
        out.print(new Instructions(place.house().catalogue(), settings.connections())
                .draft(input.document(defaults.defaults(), Optional.empty(), settings)));
        out.flush();
        return ExitCode.DONE;
    }
}
