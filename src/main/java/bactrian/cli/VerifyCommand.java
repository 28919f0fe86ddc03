package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.dispatch.Unanswered;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads back what a job changed. */
@Command(
        name = "verify",
        description = {
            "Reads back what a job changed, and confirms or contradicts each edit that succeeded. The results stay as they",
            "are; what is found lies beside them in verified.ndjson."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    private final House house;

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "The job's id, or how it starts.")
    private String id = "";

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VerifyCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException, Unanswered {
        Settings settings = place.settings(house, Patience.FOREGROUND);
        Home home = settings.home(place.home(house));
        home.prepare();
        try (Ledger ledger = house.ledger(settings, home)) {
            Job job = JobIds.find(ledger, id);
            Path results = home.results().resolve(job.id());
            if (!job.state().ended() || !Files.isDirectory(results)) {
                throw new Refused(
                        job.id() + " is " + job.state().word() + "; only a job that has ended can be verified.");
            }
            PrintWriter out = spec.commandLine().getOut();
            long[] shown = {0};
            VerifiedFile verified = VerifiedFile.write(
                    new Verifying(ledger.calls(), house.catalogue(), settings.connections(), house.inquiries(settings)),
                    job,
                    results,
                    finding -> {
                        if (!json && shown[0]++ < SHOWN) {
                            out.println(
                                    "  row " + (finding.ordinal() + 1) + " " + finding.target() + ": " + finding.why());
                        }
                    });
            ledger.jobs().note(job.id(), Who.atTheCommandLine(), "verified: " + verified.summary());
            if (json) {
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
