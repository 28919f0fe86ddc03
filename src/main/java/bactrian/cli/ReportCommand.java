package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.proof.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes one page about a job. */
@Command(name = "report", description = "Writes what became of a job as one HTML page that can be mailed.")
final class ReportCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "The job's id, or how it starts.")
    private String id = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to. Default: report.html beside the results; <job>.html in this folder before there are any.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReportCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        Settings settings = place.settings(house, Patience.FOREGROUND);
        Home home = settings.home(place.home(house));
        home.prepare();
        try (Ledger ledger = house.ledger(settings, home)) {
            Job job = JobIds.find(ledger, id);
            Path results = home.results().resolve(job.id());
            Path file = out.orElse(
                            Files.isDirectory(results) ? results.resolve("report.html") : Path.of(job.id() + ".html"))
                    .toAbsolutePath();
            Path half = file.resolveSibling("." + file.getFileName());
            Files.writeString(half, new HtmlReport(ledger, job, house.clock().instant()).page());
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().println(file);
        }
        return ExitCode.DONE;
    }
}
