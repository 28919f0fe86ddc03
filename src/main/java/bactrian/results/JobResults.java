package bactrian.results;

import bactrian.instruction.Document;
import bactrian.ledger.Evidence;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.JobTakings;
import bactrian.ledger.Jobs;
import bactrian.ledger.Ledger;
import bactrian.ledger.Snapshots;
import bactrian.ledger.Tally;
import bactrian.outcome.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the results of jobs whose calls are all settled. */
public final class JobResults {
    private static final Logger LOG = LoggerFactory.getLogger(JobResults.class);

    private final Jobs jobs;
    private final JobTakings takings;
    private final Evidence evidence;
    private final Snapshots snapshots;
    private final Function<Job, Document> archive;
    private final Path resultsFolder;
    private final InstantSource clock;
    private final FormulaGuard guard;

    /**
     * @param archive gives a job's document
     * @param resultsFolder gets a folder a job; made where missing
     */
    public JobResults(
            Ledger ledger,
            Function<Job, Document> archive,
            Path resultsFolder,
            InstantSource clock,
            FormulaGuard guard) {
        this.jobs = ledger.jobs();
        this.takings = ledger.takings();
        this.evidence = ledger.evidence();
        this.snapshots = ledger.snapshots();
        this.archive = archive;
        this.resultsFolder = resultsFolder;
        this.clock = clock;
        this.guard = guard;
    }

    /**
     * Writes {@code results/<job>/} of the settled jobs that no other node has taken, each whole by one rename, and
     * finishes them. One whose results cannot be written keeps no other from ending.
     *
     * @return whether there were some
     * @throws IOException when a folder could not be written; its job stays as it was
     * @throws IllegalStateException when an account does not add up; its job stays as it was
     */
    public boolean writeNext() throws IOException {
        Troubles troubles = new Troubles();
        boolean some = false;
        for (Job job : jobs.settled()) {
            if (takings.take(job)) {
                some = true;
                try {
                    end(job);
                } catch (IOException | IllegalStateException trouble) {
                    troubles.add(trouble);
                } finally {
                    takings.giveBack(job);
                }
            }
        }
        troubles.raise();
        return some;
    }

    private void end(Job job) throws IOException {
        Path folder = resultsFolder.resolve(job.id());
        if (!Files.exists(folder)) {
            write(job);
        }
        job.arrival().syncs().ifPresent(schedule -> snapshots.keep(schedule, job.id(), evidence));
        // A folder that is there was written by a process that died before it said so.
        jobs.finish(job.id());
        Summary summary = Summary.read(folder.resolve("summary.json"));
        LOG.info("Job {} {}: {}", summary.job(), summary.state().word(), summary.inWords());
    }

    private void write(Job job) throws IOException {
        Files.createDirectories(resultsFolder);
        try (WholeFolder folder = new WholeFolder(resultsFolder, job.id())) {
            Document document = archive.apply(job);
            Verdicts verdicts = new Verdicts(
                    (from, to, sink) -> evidence.verdicts(job.id(), from, to, sink),
                    job.tally().total());
            Account account = document.isTable()
                    ? new CsvAccount(document, verdicts, folder, guard)
                    : new JsonAccount(document, verdicts, folder);
            Count count = account.write();
            checkAddsUp(job, count.tally());
            summary(job, count).write(folder.file("summary.json"));
            folder.appear();
        }
    }

    private Summary summary(Job job, Count count) {
        boolean cancelled = job.state() == JobState.CANCELLED
                || job.reason()
                        .filter(reason -> reason.code() == Code.CANCELLED)
                        .isPresent();
        return new Summary(
                job.id(),
                job.arrival().source(),
                job.arrival().sha256(),
                cancelled ? JobState.CANCELLED : JobState.DONE,
                count.reference().text(),
                count.tally(),
                job.calls(),
                job.retries(),
                job.startedAt(),
                clock.instant(),
                count.codes(),
                guard == FormulaGuard.ON ? OptionalLong.of(count.guarded()) : OptionalLong.empty());
    }

    private static void checkAddsUp(Job job, Tally written) {
        if (!written.equals(job.tally())) {
            throw new IllegalStateException("The account of job " + job.id() + " does not add up: the ledger has "
                    + job.tally() + ", the document has " + written + ". Nothing was handed out.");
        }
    }
}
