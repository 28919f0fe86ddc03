package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.instruction.mapping.MappingFile;
import bactrian.plan.JobOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs files in the foreground, one job a file, one after the other. */
@Command(
        name = "apply",
        description = "Runs files in the foreground, one job a file. Run again after an interruption, it goes on.")
final class ApplyCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private Place place = new Place();

    @Mixin
    private DefaultOptions defaults = new DefaultOptions();

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV, TSV, JSON or NDJSON files.")
    private List<Path> files = List.of();

    @Option(names = "--yes", description = "Runs a job that would be held.")
    private boolean yes;

    @Option(names = "--again", description = "Runs a file that was run before.")
    private boolean again;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ApplyCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException {
        List<InputFile> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(InputFile.of(file));
        }
        Attended.Form form = json ? Attended.Form.JSON : Attended.Form.TEXT;
        Watch.Answer answer = yes ? Watch.Answer.YES : Watch.Answer.ASK;
        return new Attended(house, place, spec.commandLine()).run(form, answer, (ledger, home, settings) -> {
            Handover handover = new Handover(
                    ledger, house.intake(ledger, home), spec.commandLine().getErr());
            Map<String, String> options = options(mapping.file(settings));
            return inputs.stream()
                    .<Attended.Opening>map(input -> () -> handover.handIn(input, defaults.defaults(), options))
                    .toList();
        });
    }

    private Map<String, String> options(Optional<MappingFile> by) {
        Map<String, String> options = new HashMap<>(by.map(JobOptions::mapping).orElse(Map.of()));
        if (again) {
            options.put(JobOptions.AGAIN, "true");
        }
        return options;
    }
}
