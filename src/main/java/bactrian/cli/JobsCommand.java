package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Pace;
import bactrian.ledger.Tally;
import bactrian.outcome.Figures;
import bactrian.web.JobView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the jobs, the newest first. */
@Command(description = "Lists the jobs, the newest first; running ones with their progress, and connections that rest.")
final class JobsCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private final JsonOption json = new JsonOption();

    JobsCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, IOException {
        try (OpenHome open = place.open()) {
            List<Job> jobs = open.ledger().jobs().newest(limit);
            LaneReport lanes = LaneReport.of(open.ledger());
            Instant now = place.house().clock().instant();
            if (json.wanted()) {
                ObjectNode document = Json.object();
                ArrayNode list = document.putArray("jobs");
                jobs.forEach(job -> list.add(JobView.of(job, open.home().results(), now)));
                lanes.writeTo(document.putArray("connections"), open.settings());
                place.out().println(Json.text(document));
            } else {
                table(jobs, now).print(place.out(), "");
                lanes.print(place.out());
            }
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
