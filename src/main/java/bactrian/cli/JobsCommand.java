package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Ledger;
import bactrian.ledger.Pace;
import bactrian.ledger.Tally;
import bactrian.web.JobView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the jobs, the newest first. */
@Command(
        name = "jobs",
        description = "Lists the jobs, the newest first; running ones with their progress, and connections that rest.")
final class JobsCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    JobsCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, IOException {
        Home home = place.home(house);
        home.prepare();
        List<Job> jobs;
        LaneReport lanes;
        Settings settings = place.settings(house, Patience.FOREGROUND);
        try (Ledger ledger = house.ledger(settings, home)) {
            jobs = ledger.jobs().newest(limit);
            lanes = LaneReport.of(ledger);
        }
        PrintWriter out = spec.commandLine().getOut();
        Instant now = house.clock().instant();
        if (json) {
            ObjectNode document = Json.object();
            ArrayNode list = document.putArray("jobs");
            jobs.forEach(job -> list.add(JobView.of(job, home.results(), now)));
            lanes.writeTo(document.putArray("connections"), settings);
            out.println(Json.text(document));
        } else {
            table(jobs, now).print(out, "");
            lanes.print(out);
        }
        return ExitCode.DONE;
    }

    private static Table table(List<Job> jobs, Instant now) {
        Table table =
                new Table("job", "state", "rows", "succeeded", "failed", "skipped", "unknown", "calls", "source", "");
        for (Job job : jobs) {
            Tally tally = job.tally();
            table.row(
                    job.id(),
                    job.state().word(),
                    Figures.count(tally.total()),
                    Figures.count(tally.succeeded()),
                    Figures.count(tally.failed()),
                    Figures.count(tally.skipped()),
                    Figures.count(tally.unknown()),
                    Figures.count(job.calls()),
                    job.arrival().source(),
                    note(job, now));
        }
        return table;
    }

    private static String note(Job job, Instant now) {
        return job.state().ended() || job.state() == JobState.HELD
                ? job.reason().map(reason -> reason.code().word()).orElse("")
                : ProgressText.of(job, Pace.of(job, now));
    }
}
