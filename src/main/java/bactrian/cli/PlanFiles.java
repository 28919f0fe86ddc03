package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.dispatch.Unanswered;
import bactrian.instruction.Instructions;
import bactrian.ledger.Job;
import bactrian.outcome.Figures;
import bactrian.plan.Intake;
import bactrian.proof.BadPlan;
import bactrian.proof.Comparing;
import bactrian.proof.SavedPlan;
import bactrian.proof.Staleness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Saved plans named on the command line. */
final class PlanFiles {
    private final Place place;

    PlanFiles(Place place) {
        this.place = place;
    }

    /**
     * The plan in a file, good to be applied.
     *
     * @param strict whether all targets have to be as they were when it was made
     */
    SavedPlan checked(Path file, boolean strict)
            throws BadConfig, BadPlan, Refused, IOException, InterruptedException, Unanswered {
        if (!Files.isRegularFile(file)) {
            throw new Refused(file + ": There is no such file.");
        }
        Settings settings = place.settings(Patience.FOREGROUND);
        SavedPlan plan = SavedPlan.open(file);
        plan.requireBindings(place.house().catalogue(), settings.connections());
        if (strict) {
            requireFresh(plan, settings);
        }
        return plan;
    }

    private void requireFresh(SavedPlan plan, Settings settings)
            throws Refused, IOException, InterruptedException, Unanswered {
        try (Scratch scratch = Scratch.make()) {
            Staleness stale = Staleness.now(
                    plan, comparing(place.house(), settings, scratch.folder()), settings.charset(), settings.zone());
            if (stale.edits() > 0) {
                stale.shown().forEach(place.err()::println);
                throw new Refused(plan.file() + ": " + Figures.count(stale.edits())
                        + " edits are not as they were when the plan was made, so nothing was sent (--strict)."
                        + " Compare again.");
            }
        }
    }

    static Comparing comparing(House house, Settings settings, Path folder) {
        return new Comparing(
                new Instructions(house.catalogue(), settings.connections()),
                house.catalogue(),
                settings.connections(),
                house.inquiries(settings),
                folder);
    }

    /** Hands a plan in as a job. */
    static Job handIn(SavedPlan plan, Intake intake, Map<String, String> options) throws IOException {
        return plan.handIn(
                intake, options, "plan:" + plan.file().toAbsolutePath().normalize());
    }
}
