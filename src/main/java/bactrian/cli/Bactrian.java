package bactrian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** The command without a command: says what there is. */
@Command(
        name = "bactrian",
        description = "Turns bulk-edit instructions into the fewest calls and accounts for every row.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 all edits succeeded or were skipped; 1 some failed, are unknown or invalid;",
            "2 refused, nothing sent; 3 environment (port, disk, database); 130 interrupted, job resumable."
        })
final class Bactrian implements Runnable {

    @Mixin
    private final Place place;

    Bactrian(House house) {
        place = new Place(house);
    }

    @Override
    public void run() {
        throw new ParameterException(place.line(), "Name a command.");
    }
}
