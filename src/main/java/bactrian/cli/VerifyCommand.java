package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.dispatch.Unanswered;
import bactrian.ledger.Job;
import bactrian.proof.VerifiedFile;
import bactrian.proof.Verifying;
import bactrian.proof.Verifying.Verdict;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads back what a job changed. */
@Command(
        description = {
            "Reads back what a job changed, and confirms or contradicts each edit that succeeded.",
            "The results stay as they are; what is found lies beside them in verified.ndjson."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    @Mixin
    private final Place place;

    @Mixin
    private final JobId id = new JobId();

    @Mixin
    private final JsonOption json = new JsonOption();

    VerifyCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException, Unanswered {
        try (OpenHome open = place.open()) {
            Job job = id.in(open);
            Path results = open.home().results().resolve(job.id());
            if (!job.state().ended() || !Files.isDirectory(results)) {
                throw Refused.as(job, "only a job that has ended can be verified");
            }
            PrintWriter out = place.out();
            long[] shown = {0};
            VerifiedFile verified = VerifiedFile.write(
                    new Verifying(
                            open.ledger().evidence(),
                            place.house().catalogue(),
                            open.settings().connections(),
                            place.house().inquiries(open.settings())),
                    job,
                    results,
                    finding -> {
                        if (!json.wanted() && shown[0]++ < SHOWN) {
                            out.println(
                                    "  row " + (finding.ordinal() + 1) + " " + finding.target() + ": " + finding.why());
                        }
                    });
            open.ledger().history().note(job.id(), Who.atTheCommandLine(), "verified: " + verified.summary());
            if (json.wanted()) {
                ObjectNode node = Json.object().put("job", job.id());
                node.setAll(verified.json());
                out.println(Json.text(node));
            } else {
                out.println(job.id() + ": " + verified.summary());
                out.println("  " + verified.path());
            }
            return verified.count(Verdict.CONTRADICTED) > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
        }
    }
}
