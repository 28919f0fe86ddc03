package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.config.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command runs: in which house, in which home and how that is set, and what it prints to. Every command has one. */
final class Place {

    private final House house;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The home folder. Default: $BACTRIAN_HOME, else 'data' in the project's folder.")
    private Optional<Path> home = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The folder with application.properties and connections/. Default: the project's 'config'.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "Sets any key of the configuration, for example"
                    + " -Dbactrian.connections.close.requests-per-second=5. Not for secrets: other users can see it.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    Place(House house) {
        this.house = house;
    }

    House house() {
        return house;
    }

    Path config() {
        return config.orElseGet(() -> house.folder().resolve("config"));
    }

    Settings settings(Patience patience) throws BadConfig {
        return new SettingsLoader(house.providers(), house.environment(), patience).load(config(), overrides);
    }

    /** The home that is named; its folders may be missing. */
    Home home() {
        return new Home(home.or(() -> Optional.ofNullable(house.environment().get("BACTRIAN_HOME"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of))
                .orElseGet(() -> house.folder().resolve("data")));
    }

    /** The home as this process sees it, with its folders. */
    Home home(Settings settings) throws IOException {
        Home seen = settings.home(home());
        seen.prepare();
        return seen;
    }

    /** What a command needs that looks at jobs or does something to them. */
    OpenHome open() throws BadConfig, IOException {
        return open(settings(Patience.FOREGROUND));
    }

    OpenHome open(Settings settings) throws IOException {
        Home seen = home(settings);
        return new OpenHome(house, settings, seen, house.ledger(settings, seen));
    }

    PrintWriter out() {
        return line().getOut();
    }

    PrintWriter err() {
        return line().getErr();
    }

    /** The command as it was typed, for complaints about its usage. */
    CommandLine line() {
        return command.commandLine();
    }
}
