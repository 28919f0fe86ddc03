package bactrian.cli;

import bactrian.cli.bench.BenchFigure;
import bactrian.cli.bench.BenchReport;
import bactrian.cli.bench.BenchRun;
import bactrian.cli.bench.Sizes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** How fast it is, beside a bare loop on the same machine. */
@Command(
        description = "Measures, on generated files and a local server that answers at once, and prints figures beside"
                + " those of a bare loop. Takes some minutes and up to 1 GB of temporary files; nothing leaves this"
                + " machine.")
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Parameters(
            arity = "0..*",
            paramLabel = "SECTION",
            completionCandidates = SectionNames.class,
            description = "One or more of ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<String> sections = new LinkedHashSet<>(BenchRun.sections());

    @ArgGroup
    private Extent extent = new Extent();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--figure", paramLabel = "FILE", description = "Draws the ratios into this file, as SVG.")
    private Optional<Path> figure = Optional.empty();

    /** How much is measured: the usual sizes, or others. */
    static final class Extent {
        @Option(names = "--quick", description = "Small sizes: shows that it works, not how fast.")
        private boolean quick;

        @Option(names = "--full", description = "Growth up to 5 million rows.")
        private boolean full;
    }

    /** For the shell and the help. */
    static final class SectionNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return BenchRun.sections().iterator();
        }
    }

    BenchCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!BenchRun.sections().containsAll(sections)) {
            throw new ParameterException(
                    place.line(), "The sections are " + String.join(", ", BenchRun.sections()) + ".");
        }
        PrintWriter err = place.err();
        PrintWriter out = place.out();
        Sizes sizes = extent.quick ? Sizes.quick() : extent.full ? Sizes.full() : Sizes.usual();
        try (Scratch scratch = Scratch.make()) {
            ObjectNode figures = new BenchRun(place.house(), scratch.folder())
                    .run(sections, sizes, section -> err.println("bench: measuring " + section + " …"));
            if (figure.isPresent()) {
                Files.writeString(figure.get(), BenchFigure.of(figures));
            }
            if (json.wanted()) {
                out.println(Json.text(figures));
            } else {
                BenchReport.of(figures).forEach(out::println);
            }
        }
        return ExitCode.DONE;
    }
}
