package bactrian.cli;

import bactrian.cli.bench.Rehearsal;
import bactrian.config.Home;
import bactrian.config.Patience;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the launcher has done once, to learn which classes starts load. Not for people. */
@Command(name = "rehearse", hidden = true, description = "The launcher runs it once, to make later starts faster.")
final class RehearseCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    RehearseCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws Exception {
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
