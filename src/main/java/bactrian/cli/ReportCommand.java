package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.ledger.Job;
import bactrian.proof.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes one page about a job. */
@Command(description = "Writes what became of a job as one HTML page that can be mailed.")
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JobId id = new JobId();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to. Default: report.html beside the results; <job>.html in this folder before there are any.")
    private Optional<Path> out = Optional.empty();

    ReportCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        try (OpenHome open = place.open()) {
            Job job = id.in(open);
            Path results = open.home().results().resolve(job.id());
            Path file = out.orElse(
                            Files.isDirectory(results) ? results.resolve("report.html") : Path.of(job.id() + ".html"))
                    .toAbsolutePath();
            Path half = file.resolveSibling("." + file.getFileName());
            Files.writeString(
                    half,
                    new HtmlReport(open.ledger(), job, place.house().clock().instant()).page());
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            place.out().println(file);
        }
        return ExitCode.DONE;
    }
}
