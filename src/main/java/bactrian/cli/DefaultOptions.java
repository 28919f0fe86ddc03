package bactrian.cli;

import bactrian.instruction.Defaults;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is said on the command line for rows that do not say it themselves. */
final class DefaultOptions {

    @Option(names = "--provider", paramLabel = "NAME", description = "For rows that name no provider.")
    private Optional<String> provider = Optional.empty();

    @Option(names = "--operation", paramLabel = "NAME", description = "For rows that name no operation.")
    private Optional<String> operation = Optional.empty();

    @Option(names = "--connection", paramLabel = "NAME", description = "For rows that name no connection.")
    private Optional<String> connection = Optional.empty();

    Defaults defaults() {
        return new Defaults(provider, operation, connection);
    }
}
