package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.ledger.Job;
import bactrian.plan.HeldJobs;
import bactrian.web.JobView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Stays with one job after the other to its end, then tells what became of them: what {@code apply} and its like do. */
final class Attended {

    /** Where the jobs come from: each is asked for when the one before has ended. */
    interface Source {
        Iterable<Opening> of(OpenHome open) throws Refused, IOException;
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

    private final Place place;
    private final Form form;
    private final Watch.Answer answer;

    Attended(Place place, Form form, Watch.Answer answer) {
        this.place = place;
        this.form = form;
        this.answer = answer;
    }

    /** @return the exit code: the highest of the jobs' */
    int run(Source source) throws BadConfig, Refused, IOException, InterruptedException {
        Settings settings = place.settings(Patience.FOREGROUND);
        settings.notices().forEach(notice -> place.err().println("bactrian: " + notice));
        ObjectNode document = Json.object();
        ArrayNode jobs = document.putArray("jobs");
        int worst = ExitCode.DONE;
        try (Interruption interruption = Interruption.heed(ExitCode.INTERRUPTED);
                OpenHome open = place.open(settings);
                Foreground foreground = new Foreground(open, interruption)) {
            Watch watch = new Watch(open, foreground, place.err());
            for (Opening opening : source.of(open)) {
                Job ended = watch.toTheEnd(opening.job(), answer);
                if (ended.state().ended()) {
                    HeldJobs.remove(open.home().held(), ended.id());
                }
                JobReport report = new JobReport(ended, open.home());
                if (form == Form.JSON) {
                    jobs.add(JobView.of(
                            ended, open.home().results(), place.house().clock().instant()));
                } else {
                    report.print(place.out());
                }
                worst = Math.max(worst, report.exitCode());
            }
        } catch (Interrupted interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (form == Form.JSON) {
            place.out().println(Json.text(document));
        }
        return worst;
    }
}
