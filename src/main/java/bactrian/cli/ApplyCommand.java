package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.dispatch.Unanswered;
import bactrian.instruction.mapping.MappingFile;
import bactrian.plan.JobOptions;
import bactrian.proof.BadPlan;
import bactrian.proof.ProofOptions;
import bactrian.proof.RowSet;
import bactrian.proof.SavedPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs files in the foreground, one job a file, one after the other. */
@Command(description = "Runs files in the foreground, one job a file. Run again after an interruption, it goes on.")
final class ApplyCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final AttendedOptions attended = new AttendedOptions();

    @Mixin
    private final DefaultOptions defaults = new DefaultOptions();

    @Mixin
    private final MappingOption mapping = new MappingOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, TSV, JSON or NDJSON files, or saved plans (.plan).")
    private List<Path> files = List.of();

    @Option(names = "--again", description = "Runs a file that was run before.")
    private boolean again;

    @Option(names = "--capture", description = "Keeps the values before, so that the job can be undone.")
    private boolean capture;

    @Option(names = "--verify", description = "Reads back what succeeded; what was not applied fails.")
    private boolean verify;

    @Option(
            names = "--strict",
            description = "With a saved plan: sends nothing of it where any target has changed since.")
    private boolean strict;

    @Option(
            names = "--without",
            paramLabel = "ROWS",
            defaultValue = "",
            description = "With a saved plan: leaves rows out, for example 3,7-9.")
    private String without = "";

    ApplyCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException, BadPlan, Unanswered {
        if (!RowSet.fits(without)) {
            throw new Refused("--without wants rows such as 3,7-9, not " + without + ".");
        }
        PlanFiles plans = new PlanFiles(place);
        List<InputFile> inputs = new ArrayList<>();
        List<SavedPlan> saved = new ArrayList<>();
        for (Path file : files) {
            if (SavedPlan.named(file)) {
                saved.add(plans.checked(file, strict));
            } else {
                inputs.add(InputFile.of(file));
            }
        }
        if (saved.isEmpty() && (strict || !without.isEmpty())) {
            throw new Refused("--strict and --without go with a saved plan; see 'plan --compare --out'.");
        }
        return attended.at(place).run(open -> {
            Handover handover = new Handover(open.ledger(), open.intake(), place.err());
            Map<String, String> options = options(mapping.file(open.settings()));
            return Stream.concat(
                            inputs.stream()
                                    .<Attended.Opening>map(
                                            input -> () -> handover.handIn(input, defaults.defaults(), options)),
                            saved.stream()
                                    .<Attended.Opening>map(
                                            plan -> () -> PlanFiles.handIn(plan, open.intake(), options)))
                    .toList();
        });
    }

    private Map<String, String> options(Optional<MappingFile> by) {
        Map<String, String> options = new HashMap<>(by.map(JobOptions::mapping).orElse(Map.of()));
        Map.of(JobOptions.AGAIN, again, ProofOptions.CAPTURE, capture, ProofOptions.VERIFY, verify)
                .forEach((name, wanted) -> {
                    if (wanted) {
                        options.put(name, "true");
                    }
                });
        if (!without.isEmpty()) {
            options.put(ProofOptions.WITHOUT, without);
        }
        return options;
    }
}
