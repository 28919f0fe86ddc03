package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.ledger.Ledger;
import bactrian.schedule.Schedule;
import bactrian.schedule.ScheduleFiles;
import bactrian.web.ScheduleView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the scheduled jobs. */
@Command(name = "schedules", description = "Lists the scheduled jobs with their last and next run.")
final class SchedulesCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SchedulesCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, IOException {
        Home home = place.home(house);
        home.prepare();
        Settings settings = place.settings(house, Patience.FOREGROUND);
        ScheduleFiles.Found found = house.scheduleFiles(settings).read();
        found.flaws().forEach(spec.commandLine().getErr()::println);
        ObjectNode document = Json.object();
        ArrayNode schedules = document.putArray("schedules");
        try (Ledger ledger = house.ledger(settings, home)) {
            for (Schedule schedule : found.schedules()) {
                schedules.add(ScheduleView.of(schedule, ledger, house.clock().instant()));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(document));
        } else {
            print(schedules, out);
        }
        return found.flaws().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static void print(ArrayNode schedules, PrintWriter out) {
        Table table = new Table("schedule", "cron", "zone", "mode", "last run", "result", "next run");
        schedules.forEach(one -> table.row(
                one.path("name").asText(),
                one.path("cron").asText(),
                one.path("zone").asText(),
                one.path("mode").asText(),
                one.path("lastRun").asText("–"),
                one.path("lastResult").asText("–"),
                one.path("nextRun").asText("–")));
        table.print(out, "");
    }
}
