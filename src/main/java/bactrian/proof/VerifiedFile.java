package bactrian.proof;

import bactrian.dispatch.Unanswered;
import bactrian.ledger.Job;
import bactrian.outcome.Code;
import bactrian.proof.Verifying.Finding;
import bactrian.proof.Verifying.Verdict;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code verified.ndjson} beside the results of a job: one line for each edit that succeeded, with {@code row} (from 1), {@code
 * id}, {@code operation}, {@code verdict} and, where there is something to say, {@code code} and {@code message}.
 *
 * @param counts edits by verdict; none is missing
 */
public record VerifiedFile(Path path, Map<Verdict, Long> counts) {
    private static final String NAME = "verified.ndjson";

    public VerifiedFile {
        counts = Map.copyOf(counts);
    }

    /**
     * Reads back what a job changed and writes what is found. The file appears whole, instead of an earlier one.
     *
     * @param results its results folder
     * @param contradicted hears of each edit whose target is not as the edit left it
     */
    public static VerifiedFile write(Verifying verifying, Job job, Path results, Consumer<Finding> contradicted)
            throws IOException, InterruptedException, Unanswered {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0L);
        }
        Path half = results.resolve(".verified-" + Thread.currentThread().getId() + ".ndjson");
        try {
            try (BufferedWriter lines = Files.newBufferedWriter(half)) {
                verifying.verify(job, finding -> {
                    counts.merge(finding.verdict(), 1L, Long::sum);
                    if (finding.verdict() == Verdict.CONTRADICTED) {
                        contradicted.accept(finding);
                    }
                    write(line(finding), lines);
                });
            }
            Path whole = results.resolve(NAME);
            Files.move(half, whole, StandardCopyOption.REPLACE_EXISTING);
            return new VerifiedFile(whole, counts);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } finally {
            Files.deleteIfExists(half);
        }
    }

    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** For people. */
    public String summary() {
        return count(Verdict.CONFIRMED) + " confirmed, " + count(Verdict.CONTRADICTED) + " contradicted, "
                + count(Verdict.UNTOLD) + " cannot be told";
    }

    /** {@code confirmed}, {@code contradicted}, {@code untold} and {@code file}. */
    public ObjectNode json() {
        ObjectNode node = Compared.JSON.createObjectNode();
        for (Verdict verdict : Verdict.values()) {
            node.put(word(verdict), count(verdict));
        }
        return node.put("file", path.toString());
    }

    private static ObjectNode line(Finding finding) {
        ObjectNode line = Compared.JSON
                .createObjectNode()
                .put("row", finding.ordinal() + 1)
                .put("id", finding.target())
                .put("operation", finding.change().operation())
                .put("verdict", word(finding.verdict()));
        if (finding.verdict() == Verdict.CONTRADICTED) {
            line.put("code", Code.NOT_APPLIED.word());
        }
        if (!finding.why().isEmpty()) {
            line.put("message", finding.why());
        }
        return line;
    }

    private static void write(ObjectNode line, BufferedWriter lines) {
        try {
            lines.write(line.toString());
            lines.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
