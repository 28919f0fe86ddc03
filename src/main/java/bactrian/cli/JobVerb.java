package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.BiPredicate;

/** Does one thing to a job or a connection and says so. */
final class JobVerb {

    private final House house;
    private final Place place;
    private final PrintWriter out;

    JobVerb(House house, Place place, PrintWriter out) {
        this.house = house;
        this.place = place;
        this.out = out;
    }

    /**
     * @param done for the message, for example {@code paused}
     * @param onJob gives whether the job's state allowed it; so does {@code onConnection}
     */
    void toJobOrConnection(
            String id, String done, BiPredicate<Ledger, Job> onJob, BiPredicate<Ledger, String> onConnection)
            throws BadConfig, Refused, IOException {
        Home home = place.home(house);
        home.prepare();
        Settings settings = place.settings(house, Patience.FOREGROUND);
        try (Ledger ledger = house.ledger(settings, home)) {
            if (settings.connections().find(id).isPresent()) {
                boolean changed = onConnection.test(ledger, id);
                out.println("connection " + id + ": " + (changed ? done : "nothing to do"));
                return;
            }
            Job job = JobIds.find(ledger, id);
            if (!onJob.test(ledger, job)) {
                throw new Refused(job.id() + " is " + job.state().word() + "; it cannot be " + done + ".");
            }
            out.println(job.id() + ": " + done);
        }
    }
}
