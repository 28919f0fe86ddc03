package bactrian.cli;

import bactrian.config.Home;
import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.ledger.Job;
import bactrian.outcome.Status;
import bactrian.plan.Delivery;
import bactrian.plan.Intake;
import bactrian.results.Again;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Hands the edits of an ended job in again. */
record Retry(Job job, Home home) {

    /** @throws Refused when the job has not ended, or nothing of it ended so */
    Job handIn(Intake intake, Set<Status> chosen) throws Refused, IOException {
        if (!job.state().ended()) {
            throw new Refused(job.id() + " is " + job.state().word() + "; only a job that has ended can be retried.");
        }
        Again again = new Again(
                home.results().resolve(job.id()), Format.ofWord(job.arrival().format()));
        try (Scratch scratch = Scratch.make()) {
            Path document = again.document(chosen, scratch.folder())
                    .orElseThrow(() -> new Refused(job.id() + " has nothing to retry: no edit "
                            + (chosen.contains(Status.UNKNOWN) ? "failed or is unknown." : "failed.")));
            // What the folder or the command line said for the first time stands in the rows by now.
            return intake.receive(
                    document,
                    Delivery.of("retry:" + job.id(), job.arrival().fileName(), again.format(), Defaults.NONE)
                            .options(Map.of("again", "true")));
        }
    }
}
