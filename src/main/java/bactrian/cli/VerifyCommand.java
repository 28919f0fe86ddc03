package bactrian.cli;

import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.dispatch.Unanswered;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.outcome.Code;
import bactrian.proof.Verifying;
import bactrian.proof.Verifying.Finding;
import bactrian.proof.Verifying.Verdict;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads back what a job changed. */
@Command(
        name = "verify",
        description = {
            "Reads back what a job changed, and confirms or contradicts each edit that succeeded. The results stay as they",
            "are; what is found lies beside them in verified.ndjson."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    private final House house;

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "The job's id, or how it starts.")
    private String id = "";

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VerifyCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws BadConfig, Refused, IOException, InterruptedException, Unanswered {
        Settings settings = place.settings(house, Patience.FOREGROUND);
        Home home = settings.home(place.home(house));
        home.prepare();
        try (Ledger ledger = house.ledger(settings, home)) {
            Job job = JobIds.find(ledger, id);
            Path results = home.results().resolve(job.id());
            if (!job.state().ended() || !Files.isDirectory(results)) {
                throw new Refused(
                        job.id() + " is " + job.state().word() + "; only a job that has ended can be verified.");
            }
            Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
            Path half = results.resolve(".verified.ndjson");
            PrintWriter out = spec.commandLine().getOut();
            try (BufferedWriter lines = Files.newBufferedWriter(half)) {
                new Verifying(ledger.calls(), house.catalogue(), settings.connections(), house.inquiries(settings))
                        .verify(job, finding -> take(finding, counts, lines, out));
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
            Files.move(half, results.resolve("verified.ndjson"), StandardCopyOption.REPLACE_EXISTING);
            String summary = count(counts, Verdict.CONFIRMED) + " confirmed, " + count(counts, Verdict.CONTRADICTED)
                    + " contradicted, " + count(counts, Verdict.UNTOLD) + " cannot be told";
            ledger.jobs().note(job.id(), Who.atTheCommandLine(), "verified: " + summary);
            if (json) {
                ObjectNode node = Json.object().put("job", job.id());
                for (Verdict verdict : Verdict.values()) {
                    node.put(word(verdict), counts.getOrDefault(verdict, 0L));
                }
                out.println(Json.text(
                        node.put("file", results.resolve("verified.ndjson").toString())));
            } else {
                out.println(job.id() + ": " + summary);
                out.println("  " + results.resolve("verified.ndjson"));
            }
            return counts.getOrDefault(Verdict.CONTRADICTED, 0L) > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
        }
    }

    private void take(Finding finding, Map<Verdict, Long> counts, BufferedWriter lines, PrintWriter out) {
        long before = counts.merge(finding.verdict(), 1L, Long::sum);
        ObjectNode line = Json.object()
                .put("row", finding.ordinal() + 1)
                .put("id", finding.target())
                .put("operation", finding.change().operation())
                .put("verdict", word(finding.verdict()));
        if (finding.verdict() == Verdict.CONTRADICTED) {
            line.put("code", Code.NOT_APPLIED.word());
            if (!json && before <= SHOWN) {
                out.println("  row " + (finding.ordinal() + 1) + " " + finding.target() + ": " + finding.why());
            }
        }
        if (!finding.why().isEmpty()) {
            line.put("message", finding.why());
        }
        try {
            lines.write(line.toString());
            lines.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String count(Map<Verdict, Long> counts, Verdict verdict) {
        return Figures.count(counts.getOrDefault(verdict, 0L));
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
