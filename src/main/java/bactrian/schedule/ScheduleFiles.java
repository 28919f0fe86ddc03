package bactrian.schedule;

import bactrian.config.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The folder of scheduled jobs, a {@code templatedRoute} of {@code scheduled-sync} a file.
 *
 * @param folder may be missing: then there are none
 */
public record ScheduleFiles(Path folder) {
    private static final String END = ".camel.yaml";
    static final String TEMPLATE = "scheduled-sync";

    /**
     * What the folder holds.
     *
     * @param schedules those that can be used, by name
     * @param flaws what is wrong with the others
     */
    public record Found(List<Schedule> schedules, List<Flaw> flaws) {}

    public Found read() {
        List<Schedule> schedules = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : files()) {
            for (Map<?, ?> route : routes(file, flaws)) {
                ScheduleReader reader = new ScheduleReader(file, route);
                Optional<Schedule> schedule = reader.read();
                flaws.addAll(reader.flaws());
                schedule.filter(one -> names.add(one.name()))
                        .ifPresentOrElse(
                                schedules::add,
                                () -> schedule.ifPresent(one -> flaws.add(new Flaw(
                                        file.toString(),
                                        "There are two schedules named " + one.name() + ".",
                                        "Give one of them another name."))));
            }
        }
        return new Found(List.copyOf(schedules), List.copyOf(flaws));
    }

    public Optional<Schedule> find(String name) {
        return read().schedules().stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(END)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of schedules " + folder + " cannot be read.", unreadable);
        }
    }

    private static List<Map<?, ?>> routes(Path file, List<Flaw> flaws) {
        List<Map<?, ?>> routes = new ArrayList<>();
        try {
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            if (tree instanceof List<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Map<?, ?> map && map.get("templatedRoute") instanceof Map<?, ?> route) {
                        routes.add(route);
                    }
                }
            }
        } catch (YamlEngineException | IOException unreadable) {
            flaws.add(new Flaw(file.toString(), "It cannot be read: " + unreadable.getMessage(), "Correct it."));
        }
        return routes;
    }
}
