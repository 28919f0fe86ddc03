package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.plan.HeldJobs;
import bactrian.web.JobView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Stays with one job after the other to its end, then tells what became of them: what {@code apply} and its like do. */
final class Attended {

    /** Where the jobs come from: each is asked for when the one before has ended. */
    interface Source {
        Iterable<Opening> open(Ledger ledger, Home home, Settings settings) throws Refused, IOException;
    }

    /** Makes or finds one job. */
    interface Opening {
        Job job() throws Refused, IOException;
    }

    /** What is printed at the end. */
    enum Form {
        TEXT,
        JSON
    }

    private final House house;
    private final Place place;
    private final CommandLine line;

    Attended(House house, Place place, CommandLine line) {
        this.house = house;
        this.place = place;
        this.line = line;
    }

    /** @return the exit code: the highest of the jobs' */
    int run(Form form, Watch.Answer answer, Source source)
            throws BadConfig, Refused, IOException, InterruptedException {
        Settings settings = place.settings(house, Patience.FOREGROUND);
        Home home = settings.home(place.home(house));
        home.prepare();
        settings.notices().forEach(notice -> line.getErr().println("bactrian: " + notice));
        PrintWriter out = line.getOut();
        ObjectNode document = Json.object();
        ArrayNode jobs = document.putArray("jobs");
        int worst = ExitCode.DONE;
        try (Interruption interruption = Interruption.heed(ExitCode.INTERRUPTED);
                Ledger ledger = house.ledger(settings, home);
                Foreground foreground = new Foreground(house, settings, home, ledger, interruption)) {
            Watch watch = new Watch(house, home, ledger, foreground, line.getErr());
            for (Opening opening : source.open(ledger, home, settings)) {
                Job ended = watch.toTheEnd(opening.job(), answer);
                if (ended.state().ended()) {
                    HeldJobs.remove(home.held(), ended.id());
                }
                JobReport report = new JobReport(ended, home);
                if (form == Form.JSON) {
                    jobs.add(JobView.of(ended, home.results(), house.clock().instant()));
                } else {
                    report.print(out);
                }
                worst = Math.max(worst, report.exitCode());
            }
        } catch (Interrupted interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (form == Form.JSON) {
            out.println(Json.text(document));
        }
        return worst;
    }
}
