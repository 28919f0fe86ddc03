package bactrian.plan;

import bactrian.ledger.Arrival;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes documents in: archived and recorded before the sender is told. Safe for many threads. */
public final class Intake {
    private static final Duration HALF_DONE_FOR_GOOD = Duration.ofDays(1);

    /** The name of a saved plan below {@code archive/<job>/}. */
    public static final String SAVED_PLAN = "saved.plan";

    private final Ledger ledger;
    private final Path archiveFolder;
    private final InstantSource clock;
    private final JobIds ids;

    /** @param archiveFolder made where missing */
    public Intake(Ledger ledger, Path archiveFolder, InstantSource clock, RandomGenerator random) {
        this.ledger = ledger;
        this.archiveFolder = archiveFolder;
        this.clock = clock;
        this.ids = new JobIds(random);
    }

    /**
     * Stores a document and records its job. When this returns, both are durable and the source may be removed.
     *
     * @return the new job, or the one that was recorded when the same arrival was met before
     * @throws IOException when the file cannot be read or the archive cannot be written; then nothing was recorded
     */
    public Job receive(Path file, Delivery delivery) throws IOException {
        try (InputStream document = Files.newInputStream(file)) {
            return receive(document, delivery);
        }
    }

    /** As {@link #receive(Path, Delivery)}, for a document that is not a file. The stream is read to its end. */
    public Job receive(InputStream document, Delivery delivery) throws IOException {
        return receive(document, delivery, Optional.empty(), ledger.jobs()::receive);
    }

    /** As {@link #receive(InputStream, Delivery)}. @param plan a saved plan, which is kept beside the document */
    public Job receive(InputStream document, Delivery delivery, Optional<Path> plan) throws IOException {
        return receive(document, delivery, plan, ledger.jobs()::receive);
    }

    /** How a job is recorded once its document is in the archive. */
    @FunctionalInterface
    interface Recording {
        Job record(String id, Arrival arrival);
    }

    Job receive(InputStream document, Delivery delivery, Recording recording) throws IOException {
        return receive(document, delivery, Optional.empty(), recording);
    }

    private Job receive(InputStream document, Delivery delivery, Optional<Path> plan, Recording recording)
            throws IOException {
        String fileName = FileNames.safe(delivery.fileName(), delivery.format());
        String id = claimId(fileName);
        Path halfDone = archiveFolder.resolve("." + id);
        boolean archived = false;
        try {
            Durably.Written written = Durably.copy(document, halfDone.resolve(fileName));
            Optional<Job> before = before(delivery, written);
            if (before.isPresent()) {
                return before.get();
            }
            if (plan.isPresent()) {
                try (InputStream saved = Files.newInputStream(plan.get())) {
                    Durably.copy(saved, halfDone.resolve(SAVED_PLAN));
                }
            }
            Durably.sync(halfDone);
            // Archived first, recorded then: a job in the ledger always has its document. Should the process die in
            // between, the source is still there and arrives again.
            Files.move(halfDone, archiveFolder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
            archived = true;
            Durably.sync(archiveFolder);
            Job job = recording.record(id, arrival(delivery, fileName, written));
            if (!job.id().equals(id)) {
                Tree.delete(archiveFolder.resolve(id)); // another node took the same file in at the same time
            }
            return job;
        } finally {
            if (!archived) {
                Tree.delete(halfDone);
            }
        }
    }

    /** Removes what crashes left half-done in the archive a day ago or earlier; another process may be at work. */
    public void repair() throws IOException {
        if (!Files.isDirectory(archiveFolder)) {
            return;
        }
        Instant latest = clock.instant().minus(HALF_DONE_FOR_GOOD);
        try (DirectoryStream<Path> halfDone = Files.newDirectoryStream(archiveFolder, ".*")) {
            for (Path folder : halfDone) {
                if (Files.isDirectory(folder)
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(latest)) {
                    Tree.delete(folder);
                }
            }
        }
    }

    private String claimId(String fileName) throws IOException {
        Files.createDirectories(archiveFolder);
        while (true) {
            String id = ids.make(clock.instant(), fileName);
            if (!Files.exists(archiveFolder.resolve(id))) {
                try {
                    Files.createDirectory(archiveFolder.resolve("." + id));
                    return id;
                } catch (FileAlreadyExistsException taken) {
                    continue;
                }
            }
        }
    }

    private Optional<Job> before(Delivery delivery, Durably.Written written) {
        return delivery.identity()
                .flatMap(ledger.jobs()::withIdentity)
                .filter(job -> job.arrival().sha256().equals(written.sha256()));
    }

    private static Arrival arrival(Delivery delivery, String fileName, Durably.Written written) {
        return new Arrival(
                delivery.source(),
                fileName,
                delivery.format().word(),
                delivery.defaults().provider(),
                delivery.defaults().operation(),
                delivery.defaults().connection(),
                written.sha256(),
                written.bytes(),
                delivery.identity(),
                delivery.options());
    }
}
