package bactrian.cli;

import bactrian.cli.bench.Rehearsal;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.ledger.SqliteLibrary;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the launcher has done once: what starts need is unpacked, and the classes that they load are loaded. Not for people. */
@Command(hidden = true, description = "The launcher runs it once, to make later starts faster.")
final class RehearseCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Parameters(paramLabel = "FOLDER", description = "Where SQLite's library is unpacked to.")
    private Path library = Path.of("");

    RehearseCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws Exception {
        SqliteLibrary.unpack(library);
        try (Scratch scratch = Scratch.make()) {
            Rehearsal.commands(place.house(), scratch.folder());
            Rehearsal.service(
                    place.house(),
                    place.settings(Patience.SERVICE),
                    new Home(scratch.folder().resolve("service")));
        }
        return ExitCode.DONE;
    }
}
