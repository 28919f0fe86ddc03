package bactrian.cli;

import bactrian.config.Flaw;
import bactrian.config.Home;
import bactrian.config.Settings;
import bactrian.dispatch.Inquiry;
import bactrian.ledger.Ledger;
import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.plan.Intake;
import bactrian.plan.Planner;
import bactrian.provider.Providers;
import bactrian.results.JobResults;
import bactrian.schedule.ScheduleFiles;
import bactrian.schedule.Timetable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What commands get from the rest of the house, each part made when it is asked for. */
public interface House {

    /** The project's folder: {@code config/}, {@code routes/} and the default home lie in it. */
    Path folder();

    Map<String, String> environment();

    InstantSource clock();

    /** Where somebody sits in front of one. */
    Optional<Terminal> terminal();

    Providers providers();

    Catalogue catalogue();

    /** @param scratchFolder for throw-away files */
    Planner planner(Settings settings, Path scratchFolder);

    /** @throws bactrian.ledger.LedgerUnavailable with what is wrong and what to do */
    Ledger ledger(Settings settings, Home home);

    Intake intake(Ledger ledger, Home home);

    /** Asks questions over connections, outside any job; each within its connection's rate. */
    Function<Connection, Inquiry> inquiries(Settings settings);

    JobResults results(Settings settings, Home home, Ledger ledger);

    /** Starts to work on the home's open jobs. Only for its owner, see {@link bactrian.config.HomeLock}. */
    Works work(Settings settings, Home home, Ledger ledger, Sources sources);

    /** The files of scheduled jobs. */
    ScheduleFiles scheduleFiles(Settings settings);

    Timetable timetable(Settings settings, Home home, Ledger ledger);

    /** What is wrong with the route files. */
    List<Flaw> routeFlaws();

    /** Where jobs come from while work goes on. */
    enum Sources {
        /** From nowhere but the ledger. */
        NONE,
        /** From the inbox and every other route in. */
        ROUTES,
        /** From these and over HTTP. */
        ALL
    }
}
