package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.ledger.Job;
import bactrian.outcome.Nearest;
import bactrian.schedule.Schedule;
import bactrian.schedule.ScheduleFiles;
import bactrian.schedule.Snapshot;
import bactrian.schedule.Timetable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Runs a scheduled job without waiting until it is due. */
@Command(description = "Runs a scheduled job now, and stays with it to its end.")
final class ScheduleCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final AttendedOptions attended = new AttendedOptions();

    @Parameters(paramLabel = "NAME", description = "As 'bactrian schedules' lists it.")
    private String name = "";

    @Option(names = "--now", description = "Runs it now.")
    private boolean now;

    @Option(names = "--all", description = "Sends all of it, also what did not change or may have been applied before.")
    private boolean all;

    ScheduleCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException {
        if (!now) {
            throw new ParameterException(place.line(), "Say --now to run it. 'bactrian schedules' lists them.");
        }
        return attended.at(place).run(open -> List.of(() -> job(open)));
    }

    private Job job(OpenHome open) throws Refused, IOException {
        Timetable timetable = place.house().timetable(open.settings(), open.home(), open.ledger());
        ScheduleFiles.Found found = timetable.files().read();
        List<String> names = found.schedules().stream().map(Schedule::name).toList();
        found.flaws().forEach(place.err()::println);
        Schedule schedule = found.schedules().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no schedule " + name + " that can be used. "
                        + Nearest.to(name, names)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("'bactrian schedules' lists them.")));
        Optional<String> busy = timetable.busy(schedule);
        if (busy.isPresent()) {
            throw new Refused("Schedule " + name + " cannot run now. " + busy.get());
        }
        Timetable.Extent extent = all ? Timetable.Extent.EVERYTHING : Timetable.Extent.AS_USUAL;
        try (Snapshot snapshot = timetable.take(schedule, extent)) {
            return open.intake().receive(snapshot.file(), snapshot.delivery());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the source was read.", stopped);
        }
    }
}
