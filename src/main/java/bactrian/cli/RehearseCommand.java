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

    private final House house;

    @Mixin
    private Place place = new Place();

    RehearseCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Rehearsal.commands(house, scratch.folder());
            Rehearsal.service(
                    house,
                    place.settings(house, Patience.SERVICE),
                    new Home(scratch.folder().resolve("service")));
        }
        return ExitCode.DONE;
    }
}
