package bactrian.cli;

import bactrian.config.Settings;
import bactrian.instruction.mapping.MappingFile;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.outcome.Nearest;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The mapping that is named on the command line. */
final class MappingOption {

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Reads the files through a mapping: a file, or the name of one in config/mappings.")
    private Optional<String> mapping = Optional.empty();

    /** @throws Refused where there is no such mapping, or all that is wrong with it */
    Optional<MappingFile> file(Settings settings) throws Refused, IOException {
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        MappingFile file = find(mapping.get(), new MappingFiles(settings.mappings()));
        List<Problem> problems = file.read().problems();
        if (!problems.isEmpty()) {
            throw new Refused(problems.stream()
                    .map(problem -> mapping.get() + ": " + ProblemText.line(problem))
                    .collect(Collectors.joining("\n")));
        }
        return Optional.of(file);
    }

    private static MappingFile find(String named, MappingFiles known) throws Refused, IOException {
        try {
            Path path = Path.of(named);
            if (Files.isRegularFile(path)) {
                return MappingFiles.read(path);
            }
            Optional<MappingFile> found = known.find(named);
            if (found.isPresent()) {
                return found.get();
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        throw new Refused(named + ": There is no mapping of this name, and no such file. "
                + Nearest.to(named, known.names())
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("'bactrian mapping FILE' drafts one from a CSV file."));
    }
}
