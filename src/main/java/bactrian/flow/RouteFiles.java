package bactrian.flow;

import bactrian.config.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The route files of a folder. */
public final class RouteFiles {
    /** The component that routes use for queues. */
    static final String QUEUE = "jms";

    private static final String END = ".camel.yaml";
    private final List<RouteFile> files;

    private RouteFiles(List<RouteFile> files) {
        this.files = files;
    }

    /** @throws UncheckedIOException when the folder cannot be read */
    public static RouteFiles in(Path folder) {
        return in(folder, folder.resolve("schedules"));
    }

    /**
     * The same, with the files of scheduled jobs somewhere else than in its folder {@code schedules}.
     *
     * @param schedules may be missing
     */
    public static RouteFiles in(Path folder, Path schedules) {
        Path usual = folder.resolve("schedules");
        return new RouteFiles(Stream.concat(
                        files(folder).stream().filter(file -> !file.startsWith(usual)),
                        Files.isDirectory(schedules) ? files(schedules).stream() : Stream.of())
                .map(RouteFile::read)
                .toList());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(END)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The routes folder " + folder + " cannot be read.", unreadable);
        }
    }

    /**
     * What is wrong with the files, as far as can be said without starting them: their form, and the rules that keep
     * them readable.
     */
    public List<Flaw> check() {
        return Stream.concat(RouteSchema.check(files), RouteRules.of(files).check())
                .toList();
    }

    /** What Camel is to load. @param without components that are not there */
    String patternOf(Gateway.Part part, Set<String> without) {
        return files.stream()
                .filter(file -> part == Gateway.Part.WORK_AND_SOURCES || !file.takesIn())
                .filter(file -> without.stream().noneMatch(file::startsFrom))
                .map(file -> "file:" + file.path().toAbsolutePath())
                .collect(Collectors.joining(","));
    }
}
