package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import java.io.IOException;
import java.util.function.BiPredicate;
import picocli.CommandLine.Parameters;

/** The job or the connection that a command does one thing to. */
final class JobOrConnection {

    @Parameters(paramLabel = "ID", description = "A job, or a connection by its name.")
    private String id = "";

    /**
     * Does it, and says so.
     *
     * @param done for the message, for example {@code paused}
     * @param toJob gives whether the job's state allowed it
     * @param toConnection gives whether there was anything to do
     */
    void become(Place place, String done, BiPredicate<Ledger, Job> toJob, BiPredicate<Ledger, String> toConnection)
            throws BadConfig, Refused, IOException {
        try (OpenHome open = place.open()) {
            if (open.settings().connections().find(id).isPresent()) {
                boolean changed = toConnection.test(open.ledger(), id);
                place.out().println("connection " + id + ": " + (changed ? done : "nothing to do"));
                return;
            }
            Job job = open.job(id);
            if (!toJob.test(open.ledger(), job)) {
                throw Refused.as(job, "it cannot be " + done);
            }
            place.out().println(job.id() + ": " + done);
        }
    }
}
