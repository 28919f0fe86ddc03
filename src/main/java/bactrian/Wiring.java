package bactrian;

import bactrian.cli.House;
import bactrian.config.Settings;
import bactrian.instruction.Instructions;
import bactrian.operation.Catalogue;
import bactrian.plan.Planner;
import bactrian.provider.Providers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Puts the house together. The only class that sees all of it. */
final class Wiring implements House {

    private final Providers providers = Providers.shipped();
    private final Catalogue catalogue = providers.catalogue();

    @Override
    public Path folder() {
        return Path.of(System.getProperty("bactrian.folder", "")).toAbsolutePath();
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public Providers providers() {
        return providers;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Planner planner(Settings settings, Path scratchFolder) {
        return new Planner(
                new Instructions(catalogue, settings.connections()), catalogue, settings.connections(), scratchFolder);
    }
}
