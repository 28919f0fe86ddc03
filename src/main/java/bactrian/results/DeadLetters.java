package bactrian.results;

import bactrian.outcome.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The folder of documents that were refused whole, each beside a file that says why. */
public final class DeadLetters {

    /** @param folder made where missing */
    public DeadLetters(Path folder, InstantSource clock) {}

    /**
     * Writes the document as received and {@code <file>.problem.json}. Doing it again for one job changes nothing.
     *
     * @param document the file as received; its name is kept
     * @param problems at most 1 000
     * @param problemCount how many there are in all
     * @return where the document now lies
     */
    public Path write(String job, Path document, Problem refusal, List<Problem> problems, long problemCount)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}
