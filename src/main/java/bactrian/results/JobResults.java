package bactrian.results;

import bactrian.instruction.Document;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/** Writes the results of jobs whose calls are all settled. */
public final class JobResults {

    /**
     * @param archive gives a job's document
     * @param resultsFolder gets a folder a job; made where missing
     */
    public JobResults(Ledger ledger, Function<Job, Document> archive, Path resultsFolder, InstantSource clock) {}

    /**
     * Writes {@code results/<job>/} of the next settled job, whole by one rename, and finishes the job.
     *
     * @return whether there was one
     * @throws IOException when the folder cannot be written; the job stays as it was
     * @throws IllegalStateException when the account does not add up; the job stays as it was
     */
    public boolean writeNext() throws IOException {
        throw new UnsupportedOperationException();
    }
}
