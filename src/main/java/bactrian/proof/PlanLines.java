package bactrian.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Walks along the edits of a saved plan, in the order of rows; memory holds one of them. */
final class PlanLines implements Closeable {
    private final ZipFile zip;
    private final BufferedReader lines;

    private PlanLines(ZipFile zip, BufferedReader lines) {
        this.zip = zip;
        this.lines = lines;
    }

    static PlanLines open(Path plan) throws IOException {
        ZipFile zip = new ZipFile(plan.toFile());
        try {
            return new PlanLines(
                    zip,
                    new BufferedReader(
                            new InputStreamReader(SavedPlan.stream(zip, SavedPlan.EDITS), StandardCharsets.UTF_8)));
        } catch (IOException damaged) {
            zip.close();
            throw damaged;
        }
    }

    /** The next edit; empty after the last. */
    Optional<ObjectNode> next() throws IOException {
        String line = lines.readLine();
        return line == null ? Optional.empty() : Optional.of(Compared.parse(line));
    }

    /** Leaves edits out, without looking at them. */
    void skip(long edits) throws IOException {
        for (long left = edits; left > 0 && lines.readLine() != null; left--) {}
    }

    @Override
    public void close() throws IOException {
        lines.close();
        zip.close();
    }
}
