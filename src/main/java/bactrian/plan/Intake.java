package bactrian.plan;

import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Takes documents in: archived and recorded before the sender is told. Safe for many threads. */
public final class Intake {

    /** @param archiveFolder made where missing */
    public Intake(Ledger ledger, Path archiveFolder, InstantSource clock, RandomGenerator random) {}

    /**
     * Stores a document and records its job. When this returns, both are durable and the source may be removed.
     *
     * @return the new job, or the one that was recorded when the same arrival was met before
     * @throws IOException when the file cannot be read or the archive cannot be written; then nothing was recorded
     */
    public Job receive(Path file, Delivery delivery) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** As {@link #receive(Path, Delivery)}, for a document that is not a file. The stream is read to its end. */
    public Job receive(InputStream document, Delivery delivery) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Completes or removes what a crash left half-done in the archive. To be called by the owner of the home at start. */
    public void repair() throws IOException {
        throw new UnsupportedOperationException();
    }
}
