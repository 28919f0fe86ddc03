package bactrian.web;

import bactrian.config.Home;
import bactrian.config.Settings;
import bactrian.dispatch.Inquiry;
import bactrian.dispatch.Lanes;
import bactrian.instruction.Instructions;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.operation.Connection;
import bactrian.plan.Intake;
import bactrian.plan.Planner;
import bactrian.proof.Comparing;
import bactrian.provider.Providers;
import bactrian.schedule.Timetable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * The parts of the house that are asked over HTTP.
 *
 * @param inquiries asks questions over connections, within the rates of their lanes
 */
public record Parts(
        Settings settings,
        Home home,
        Ledger ledger,
        Intake intake,
        Planner planner,
        Providers providers,
        Lanes lanes,
        Function<Connection, Inquiry> inquiries,
        Timetable timetable,
        InstantSource clock) {

    /** For the history of a job. */
    static final String WHO = "somebody over HTTP";

    /** The job with the id in the path, or the only one whose id starts so. */
    Job job(WebRequest request) throws Refused {
        String id = request.step("id");
        return ledger.jobs().find(id).orElseThrow(() -> Refused.because(404, "There is no job " + id + "."));
    }

    /** Where the results of a job lie once it has ended. */
    Path results(Job job) {
        return home.results().resolve(job.id());
    }

    /** Compares over the connections' lanes. */
    Comparing comparing() {
        return new Comparing(
                new Instructions(providers.catalogue(), settings.connections()),
                providers.catalogue(),
                settings.connections(),
                inquiries,
                scratch());
    }

    /** For throw-away files. */
    Path scratch() {
        return home.state().resolve("scratch");
    }
}
