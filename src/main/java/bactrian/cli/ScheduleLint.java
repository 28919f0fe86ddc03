package bactrian.cli;

import bactrian.config.Flaw;
import bactrian.config.Settings;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.schedule.Schedule;
import bactrian.schedule.ScheduleFiles;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is wrong with the schedules. */
record ScheduleLint(House house, Settings settings) {

    List<Flaw> flaws() {
        ScheduleFiles files = house.scheduleFiles(settings);
        ScheduleFiles.Found found = files.read();
        List<Flaw> flaws = new ArrayList<>(found.flaws());
        for (Schedule schedule : found.schedules()) {
            String where = files.folder() + " schedule " + schedule.name();
            schedule.mapping()
                    .filter(name ->
                            new MappingFiles(settings.mappings()).find(name).isEmpty())
                    .ifPresent(name -> flaws.add(new Flaw(
                            where,
                            "There is no mapping " + name + ".",
                            "Put it into " + settings.mappings() + "/" + name + ".yaml.")));
            schedule.defaults()
                    .connection()
                    .filter(name -> settings.connections().find(name).isEmpty())
                    .ifPresent(name ->
                            flaws.add(new Flaw(where, "There is no connection " + name + ".", "Correct the name.")));
            operation(schedule, where, flaws);
        }
        settings.sources().keySet().stream()
                .filter(name -> found.schedules().stream()
                        .noneMatch(schedule -> schedule.name().equals(name)))
                .forEach(name -> flaws.add(new Flaw(
                        "bactrian.schedules." + name, "There is no schedule of this name.", "Correct the name.")));
        return flaws;
    }

    private void operation(Schedule schedule, String where, List<Flaw> flaws) {
        try {
            new CatalogueNames(house.catalogue())
                    .choose(schedule.defaults().provider(), schedule.defaults().operation());
        } catch (Refused unknown) {
            flaws.add(new Flaw(where, String.valueOf(unknown.getMessage()), ""));
        }
    }
}
