package bactrian.cli;

import bactrian.config.Flaw;
import bactrian.config.Settings;
import bactrian.instruction.Instructions;
import bactrian.instruction.mapping.MappingFile;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.outcome.Problem;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for what is wrong with the mappings. */
record MappingLint(House house, Settings settings) {

    List<Flaw> flaws() {
        MappingFiles files = new MappingFiles(settings.mappings());
        return files.names().stream()
                .flatMap(name -> flaws(files, name, settings.mappings().resolve(name + ".yaml")))
                .toList();
    }

    private Stream<Flaw> flaws(MappingFiles files, String name, Path path) {
        try {
            MappingFile.Reading reading = files.find(name).orElseThrow().read();
            Instructions instructions = new Instructions(house.catalogue(), settings.connections());
            return Stream.concat(
                            reading.problems().stream(),
                            reading.mapping().stream().flatMap(mapping -> instructions.check(mapping).stream()))
                    .map(problem -> flaw(path, problem));
        } catch (UncheckedIOException unreadable) {
            return Stream.of(new Flaw(path.toString(), "It cannot be read: " + unreadable.getMessage(), ""));
        }
    }

    private static Flaw flaw(Path path, Problem problem) {
        String line = problem.place().line().isPresent()
                ? ":" + problem.place().line().getAsLong()
                : "";
        String field = problem.place().field().map(name -> name + ": ").orElse("");
        String found = problem.found().map(text -> " Found: " + text + ".").orElse("");
        return new Flaw(path + line, field + problem.message() + found, problem.hint());
    }
}
