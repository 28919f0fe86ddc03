package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.ledger.Job;
import bactrian.outcome.Figures;
import bactrian.proof.Undoing;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts back what a job changed. */
@Command(
        description = {
            "Puts back what a job changed, as a new job, and stays with it to its end.",
            "Works for edits that succeeded and whose values before were kept (apply --capture). What somebody has changed"
                    + " since is left alone (stale)."
        })
final class UndoCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final AttendedOptions attended = new AttendedOptions();

    @Mixin
    private final JobId id = new JobId();

    @Option(names = "--force", description = "Puts back what somebody has changed since, too.")
    private boolean force;

    @Option(names = "--dry-run", description = "Only says what would be put back.")
    private boolean dryRun;

    UndoCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException {
        return attended.at(place).run(open -> {
            Job job = id.in(open);
            if (!job.state().ended()) {
                throw Refused.as(job, "only a job that has ended can be undone");
            }
            try (Scratch scratch = Scratch.make()) {
                Undoing undoing = new Undoing(
                        open.ledger().evidence(),
                        place.house().providers(),
                        open.settings().connections());
                Undoing.Undone undone = undoing.plan(
                        job, scratch.folder(), place.house().clock().instant());
                say(job, undone);
                if (undone.edits() == 0) {
                    throw new Refused(job.id() + " has nothing to undo.");
                }
                if (dryRun) {
                    return List.of();
                }
                Job made = Undoing.handIn(job, undone, open.intake(), force);
                open.ledger().history().note(job.id(), Who.atTheCommandLine(), "undone by " + made.id());
                return List.of(() -> made);
            }
        });
    }

    private void say(Job job, Undoing.Undone undone) {
        PrintWriter err = place.err();
        err.println("undo of " + job.id() + ": " + Figures.count(undone.edits()) + " edits put something back, "
                + Figures.count(undone.unchanged()) + " had changed nothing");
        undone.impossible()
                .forEach((why, count) -> err.println("  " + Figures.count(count) + " edits cannot be undone. " + why));
    }
}
