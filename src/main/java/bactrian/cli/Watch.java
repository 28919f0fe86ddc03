package bactrian.cli;

import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** Stays with one job to its end, shows its progress, and sees to it that a hold is answered. */
final class Watch {

    /** What is said to a job that is held. */
    enum Answer {
        YES,
        ASK
    }

    private final OpenHome open;
    private final Foreground foreground;
    private final PrintWriter err;

    Watch(OpenHome open, Foreground foreground, PrintWriter err) {
        this.open = open;
        this.foreground = foreground;
        this.err = err;
    }

    /** The job when it has ended, or when it is held and nobody answers. */
    Job toTheEnd(Job job, Answer answer) throws IOException, InterruptedException, Interrupted {
        try {
            Job seen = foreground.await(job.id(), new Forewarning(open.ledger().history(), err, answer, progress(job)));
            while (seen.state() == JobState.HELD && approved(seen, answer)) {
                open.ledger().jobs().start(seen.id(), Who.atTheCommandLine());
                seen = foreground.await(seen.id(), progress(seen));
            }
            return seen;
        } catch (Interrupted interrupted) {
            err.println(job.id() + ": interrupted; calls in flight are being settled, the rest is kept."
                    + " The job goes on when the same command or 'bactrian run' is started.");
            throw interrupted;
        }
    }

    private boolean approved(Job job, Answer answer) throws IOException {
        if (answer == Answer.YES) {
            return true;
        }
        if (open.house().terminal().isEmpty()) {
            return false;
        }
        Optional<HeldReport> held = HeldReport.of(open.home(), job.id());
        if (held.isPresent()) {
            held.get().print(err);
            err.flush();
        }
        String why = job.reason().map(reason -> reason.message()).orElse("It waits for approval.");
        return open.house()
                .terminal()
                .map(terminal -> terminal.agrees(job.id() + " is held. " + why + " Run it?"))
                .orElse(false);
    }

    private Progress progress(Job job) {
        return open.house()
                .terminal()
                .map(terminal -> terminal.progress(job.id()))
                .orElseGet(() -> new ProgressLines(err, open.house().clock()));
    }
}
