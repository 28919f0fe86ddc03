package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Patience;
import bactrian.config.Settings;
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

/** Lists the scheduled jobs. */
@Command(description = "Lists the scheduled jobs with their last and next run.")
final class SchedulesCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JsonOption json = new JsonOption();

    SchedulesCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, IOException {
        Settings settings = place.settings(Patience.FOREGROUND);
        ScheduleFiles.Found found = place.house().scheduleFiles(settings).read();
        found.flaws().forEach(place.err()::println);
        ObjectNode document = Json.object();
        ArrayNode schedules = document.putArray("schedules");
        try (OpenHome open = place.open(settings)) {
            for (Schedule schedule : found.schedules()) {
                schedules.add(ScheduleView.of(
                        schedule, open.ledger(), place.house().clock().instant()));
            }
        }
        PrintWriter out = place.out();
        if (json.wanted()) {
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
