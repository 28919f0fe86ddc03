package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.DurationText;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.outcome.Figures;
import bactrian.proof.KeptPlans;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what is left of jobs that ended long ago. Nothing else deletes. */
@Command(
        description = {
            "Deletes what is left of jobs that ended longer ago: instruction, results, dead letter, evidence, ledger.",
            "The only thing that deletes. Open jobs are never touched. A purged document is not noticed as a duplicate any more."
        })
final class PurgeCommand implements Callable<Integer> {
    private static final int PIECE = 500;

    @Mixin
    private final Place place;

    @Option(names = "--older-than", paramLabel = "D", required = true, description = "For example 90d or 12h.")
    private String olderThan = "";

    @Option(names = "--dry-run", description = "Only says what would be deleted.")
    private boolean dryRun;

    @Mixin
    private final JsonOption json = new JsonOption();

    PurgeCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException {
        Duration age = DurationText.read(olderThan)
                .orElseThrow(() -> new Refused("--older-than wants " + DurationText.FORM + ", not " + olderThan + "."));
        Instant before = place.house().clock().instant().minus(age).truncatedTo(ChronoUnit.SECONDS);
        PrintWriter out = place.out();
        ObjectNode document =
                Json.object().put("endedBefore", before.toString()).put("dryRun", dryRun);
        ArrayNode jobs = document.putArray("jobs");
        long count = 0;
        try (OpenHome open = place.open()) {
            Ledger ledger = open.ledger();
            List<Job> ended = ledger.jobs().endedBefore(before, dryRun ? Integer.MAX_VALUE : PIECE);
            while (!ended.isEmpty()) {
                for (Job job : ended) {
                    Remains remains = Remains.of(job, open.home());
                    count++;
                    tell(job, remains.files(), jobs, out);
                    if (!dryRun) {
                        // The ledger last: what dies in between is found again.
                        remains.delete();
                        ledger.jobs().forget(job.id());
                    }
                }
                ended = dryRun ? List.of() : ledger.jobs().endedBefore(before, PIECE);
            }
            if (!dryRun) {
                ledger.evidence().forgetExchanges(before);
                new KeptPlans(open.home().plans()).forget(before);
            }
        }
        if (json.wanted()) {
            out.println(Json.text(document));
        } else {
            out.println((dryRun ? "would delete " : "deleted ") + Figures.count(count) + " jobs that ended before "
                    + before);
        }
        return ExitCode.DONE;
    }

    private void tell(Job job, List<Path> files, ArrayNode jobs, PrintWriter out) {
        if (json.wanted()) {
            ArrayNode list = jobs.addObject()
                    .put("job", job.id())
                    .put("state", job.state().word())
                    .putArray("files");
            files.forEach(file -> list.add(file.toString()));
        } else {
            out.println(job.id() + "  " + job.state().word() + "  ended "
                    + job.finishedAt().map(Instant::toString).orElse(""));
            files.forEach(file -> out.println("  " + file));
        }
    }
}
