package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Flaw;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.operation.Connection;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lints configuration, routes, mappings and schedules. */
@Command(name = "check", description = "Checks configuration, routes, mappings and schedules; sends nothing.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    CheckCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() {
        PrintWriter out = place.out();
        List<Flaw> flaws = new ArrayList<>(place.house().routeFlaws());
        Settings settings;
        try {
            settings = place.settings(Patience.SERVICE);
        } catch (BadConfig bad) {
            flaws.addAll(bad.flaws());
            flaws.forEach(out::println);
            return ExitCode.REFUSED;
        }
        flaws.addAll(new MappingLint(place.house(), settings).flaws());
        flaws.addAll(new ScheduleLint(place.house(), settings).flaws());
        flaws.forEach(out::println);
        for (Flaw notice : settings.notices()) {
            out.println("notice: " + notice);
        }
        Table table = new Table("connection", "provider", "base URL", "requests/s", "credentials");
        for (Connection connection : settings.connections().all()) {
            table.row(
                    connection.name(),
                    connection.provider(),
                    connection.baseUrl(),
                    Figures.rate(connection.limits().requestsPerSecond()),
                    settings.missing().apply(connection).orElse("set"));
        }
        table.print(out, "");
        out.println("queue: " + settings.queue().shown());
        return flaws.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
