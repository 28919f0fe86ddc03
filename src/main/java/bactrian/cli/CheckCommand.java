package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Flaw;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.operation.Connection;
import bactrian.outcome.Figures;
import bactrian.web.ConnectionView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lints configuration, routes, mappings and schedules. */
@Command(description = "Checks configuration, routes, mappings and schedules; sends nothing.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JsonOption json = new JsonOption();

    CheckCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() {
        PrintWriter out = place.out();
        List<Flaw> flaws = new ArrayList<>(place.house().routeFlaws());
        Optional<Settings> read = Optional.empty();
        try {
            Settings settings = place.settings(Patience.SERVICE);
            flaws.addAll(new MappingLint(place.house(), settings).flaws());
            flaws.addAll(new ScheduleLint(place.house(), settings).flaws());
            read = Optional.of(settings);
        } catch (BadConfig bad) {
            flaws.addAll(bad.flaws());
        }
        if (json.wanted()) {
            out.println(Json.text(data(flaws, read)));
        } else {
            flaws.forEach(out::println);
            read.ifPresent(settings -> print(settings, out));
        }
        return flaws.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static void print(Settings settings, PrintWriter out) {
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
    }

    private static ObjectNode data(List<Flaw> flaws, Optional<Settings> read) {
        ObjectNode document = Json.object();
        ArrayNode wrong = document.putArray("flaws");
        flaws.forEach(flaw -> add(flaw, wrong));
        read.ifPresent(settings -> {
            ArrayNode notices = document.putArray("notices");
            settings.notices().forEach(notice -> add(notice, notices));
            ArrayNode connections = document.putArray("connections");
            for (Connection connection : settings.connections().all()) {
                connections.add(ConnectionView.of(
                        connection, settings.missing().apply(connection), Optional.empty(), Optional.empty()));
            }
        });
        return document;
    }

    private static void add(Flaw flaw, ArrayNode flaws) {
        flaws.addObject()
                .put("where", flaw.where())
                .put("message", flaw.message())
                .put("hint", flaw.hint());
    }
}
