package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.config.SettingsLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command has: where its home is and how it is set. */
final class Place {

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

    Home home(House house) {
        return new Home(home.or(() -> Optional.ofNullable(house.environment().get("BACTRIAN_HOME"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of))
                .orElseGet(() -> house.folder().resolve("data")));
    }

    Path config(House house) {
        return config.orElseGet(() -> house.folder().resolve("config"));
    }

    Settings settings(House house, Patience patience) throws BadConfig {
        return new SettingsLoader(house.providers(), house.environment(), patience).load(config(house), overrides);
    }
}
