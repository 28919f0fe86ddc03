package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.dispatch.Unanswered;
import bactrian.instruction.mapping.MappingFile;
import bactrian.ledger.PlanSink;
import bactrian.plan.Plan;
import bactrian.plan.Planner;
import bactrian.plan.Unheard;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks and plans files; sends nothing and needs no credentials. */
@Command(description = "Checks and plans; sends nothing and needs no credentials.")
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final DefaultOptions defaults = new DefaultOptions();

    @Mixin
    private final MappingOption mapping = new MappingOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV, TSV, JSON or NDJSON files.")
    private List<Path> files = List.of();

    @Option(names = "--calls", description = "Prints each request, secrets masked.")
    private boolean calls;

    @Option(
            names = "--compare",
            description = "Reads the present values of the targets and shows what would change. Needs credentials.")
    private boolean compare;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With --compare, for one file: saves the plan, to be applied as it is by 'apply FILE.plan'.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "With --compare, for one file: writes every edit with its values before.")
    private Optional<Path> csv = Optional.empty();

    @Mixin
    private final JsonOption json = new JsonOption();

    PlanCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException, Unanswered {
        if (compare) {
            return new ComparedFiles(place, defaults.defaults(), mapping).run(files, out, csv, json.wanted());
        }
        if (out.isPresent() || csv.isPresent()) {
            throw new Refused("--out and --csv want --compare: without it nothing is known of the targets.");
        }
        Settings settings = place.settings(Patience.FOREGROUND);
        Optional<MappingFile> by = mapping.file(settings);
        List<InputFile> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(InputFile.of(file));
        }
        PrintWriter out = place.out();
        ObjectNode document = Json.object();
        ArrayNode documents = document.putArray("files");
        int worst = ExitCode.DONE;
        try (Scratch scratch = Scratch.make()) {
            Planner planner = place.house().planner(settings, scratch.folder());
            for (InputFile input : inputs) {
                ArrayNode shown = document.arrayNode();
                Consumer<ShownCall> reader =
                        json.wanted() ? call -> shown.add(call.json()) : call -> out.print(call.text());
                PlanSink sink = calls
                        ? new CallsShown(place.house().providers(), settings.connections(), reader)
                        : new Unheard();
                Plan plan = planner.plan(input.document(defaults.defaults(), by, settings), sink);
                PlanReport report = new PlanReport(input.path().toString(), plan, settings.connections());
                if (json.wanted()) {
                    documents.add(calls ? report.json().set("requests", shown) : report.json());
                } else {
                    report.print(out);
                }
                worst = Math.max(worst, exitCode(plan));
            }
        }
        if (json.wanted()) {
            out.println(Json.text(document));
        }
        return worst;
    }

    private static int exitCode(Plan plan) {
        if (plan.findings().refusal().isPresent()) {
            return ExitCode.REFUSED;
        }
        return plan.findings().invalid() > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
