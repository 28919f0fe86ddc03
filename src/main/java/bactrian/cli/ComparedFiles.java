package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.dispatch.Unanswered;
import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.mapping.MappingFile;
import bactrian.outcome.Figures;
import bactrian.proof.Compared.State;
import bactrian.proof.Comparison;
import bactrian.proof.SavedPlan;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code plan --compare} does. */
final class ComparedFiles {
    private final Place place;
    private final Defaults defaults;
    private final MappingOption mapping;

    ComparedFiles(Place place, Defaults defaults, MappingOption mapping) {
        this.mapping = mapping;
        this.place = place;
        this.defaults = defaults;
    }

    int run(List<Path> files, Optional<Path> out, Optional<Path> csv, boolean json)
            throws BadConfig, Refused, IOException, InterruptedException, Unanswered {
        if (files.size() > 1 && (out.isPresent() || csv.isPresent())) {
            throw new Refused("--out and --csv go with one file at a time.");
        }
        Settings settings = place.settings(Patience.FOREGROUND);
        Optional<MappingFile> by = mapping.file(settings);
        int worst = ExitCode.DONE;
        JsonGenerator data = Json.generator(json ? place.out() : Writer.nullWriter());
        data.writeStartObject();
        data.writeArrayFieldStart("files");
        for (Path file : files) {
            InputFile input = InputFile.of(file);
            Document instruction = input.document(defaults, by, settings);
            try (Scratch scratch = Scratch.make();
                    Comparison comparison = PlanFiles.comparing(place.house(), settings, scratch.folder())
                            .compare(instruction, this::progress)) {
                boolean refused = comparison.findings().refusal().isPresent();
                if (out.isPresent() && !refused) {
                    SavedPlan.write(
                            out.get(),
                            instruction,
                            file.getFileName().toString(),
                            place.house().catalogue(),
                            settings.connections(),
                            place.house().clock().instant(),
                            comparison);
                }
                if (csv.isPresent() && !refused) {
                    ComparedCsv.write(csv.get(), instruction, comparison);
                }
                ComparisonReport report = new ComparisonReport(
                        file.toString(), comparison, place.house().terminal());
                if (json) {
                    report.json(data);
                } else {
                    report.print(place.out());
                    out.filter(any -> !refused).ifPresent(saved -> place.out()
                            .println("  saved: " + saved + " (bactrian apply " + saved + ")"));
                }
                worst = Math.max(worst, exitCode(comparison));
            }
        }
        data.writeEndArray();
        data.writeEndObject();
        data.close();
        if (json) {
            place.out().println();
        }
        return worst;
    }

    private void progress(long compared) {
        if (place.house().terminal().isPresent()) {
            place.err().println("compared: " + Figures.count(compared));
        }
    }

    private static int exitCode(Comparison comparison) {
        if (comparison.findings().refusal().isPresent()) {
            return ExitCode.REFUSED;
        }
        return comparison.count(State.INVALID) + comparison.count(State.MISSING) > 0
                ? ExitCode.SOME_FAILED
                : ExitCode.DONE;
    }
}
