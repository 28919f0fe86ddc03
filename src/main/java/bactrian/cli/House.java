package bactrian.cli;

import bactrian.config.Settings;
import bactrian.operation.Catalogue;
import bactrian.plan.Planner;
import bactrian.provider.Providers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** What commands get from the rest of the house, each part made when it is asked for. */
public interface House {

    /** The project's folder: {@code config/}, {@code routes/} and the default home lie in it. */
    Path folder();

    Map<String, String> environment();

    InstantSource clock();

    Providers providers();

    Catalogue catalogue();

    /** @param scratchFolder for throw-away files */
    Planner planner(Settings settings, Path scratchFolder);
}
