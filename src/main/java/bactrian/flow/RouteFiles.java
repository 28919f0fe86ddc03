package bactrian.flow;

import bactrian.config.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The route files of a folder. */
public final class RouteFiles {
    /** The component that routes use for queues. */
    static final String QUEUE = "jms";

    private static final String END = ".camel.yaml";
    private final List<RouteFile> files;
    private final List<Path> misnamed;

    private RouteFiles(List<RouteFile> files, List<Path> misnamed) {
        this.files = files;
        this.misnamed = misnamed;
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
        List<Path> yaml = Stream.concat(
                        yaml(folder).stream().filter(file -> !file.startsWith(usual)),
                        Files.isDirectory(schedules) ? yaml(schedules).stream() : Stream.of())
                .toList();
        return new RouteFiles(
                yaml.stream()
                        .filter(file -> file.toString().endsWith(END))
                        .map(RouteFile::read)
                        .toList(),
                yaml.stream().filter(file -> !file.toString().endsWith(END)).toList());
    }

    private static List<Path> yaml(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().matches(".*[.]ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The routes folder " + folder + " cannot be read.", unreadable);
        }
    }

    /**
     * What is wrong with the files, as far as can be said without starting them: their form, the rules that keep them
     * readable, and the names of components and their parameters.
     */
    public List<Flaw> check() {
        Stream<Flaw> names = misnamed.stream()
                .map(file -> new Flaw(
                        file.toString(), "It is not read.", "Route files have names that end in " + END + "."));
        return Stream.of(names, RouteSchema.check(files), RouteRules.of(files).check(), RouteParameters.check(files))
                .flatMap(flaws -> flaws)
                .toList();
    }

    /** The first file that cannot be read at all, which Camel would not say for people. */
    Optional<String> fault() {
        return files.stream()
                .flatMap(file -> file.fault().map(fault -> file.path() + ": " + fault).stream())
                .findFirst();
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
