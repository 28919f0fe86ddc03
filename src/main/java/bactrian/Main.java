package bactrian;

import bactrian.cli.Commands;

/** Starts a command. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Commands.execute(new Wiring(), arguments));
    }
}
