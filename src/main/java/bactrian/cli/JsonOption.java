package bactrian.cli;

import picocli.CommandLine.Option;

/** What every command that prints data can be told about its form. */
final class JsonOption {

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    boolean wanted() {
        return json;
    }
}
