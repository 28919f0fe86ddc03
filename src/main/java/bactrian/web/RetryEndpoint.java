package bactrian.web;

import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.ledger.Job;
import bactrian.outcome.Status;
import bactrian.plan.Delivery;
import bactrian.plan.Intake;
import bactrian.results.Again;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** {@code POST /api/jobs/{id}/retry}: hands the failed edits of an ended job in again, as a new job. */
public final class RetryEndpoint {
    private final JobsEndpoint jobs;
    private final Intake intake;
    private final Path resultsFolder;
    private final Path scratchFolder;

    /** @param scratchFolder for a document that has to be put together first */
    public RetryEndpoint(JobsEndpoint jobs, Intake intake, Path resultsFolder, Path scratchFolder) {
        this.jobs = jobs;
        this.intake = intake;
        this.resultsFolder = resultsFolder;
        this.scratchFolder = scratchFolder;
    }

    /** @throws IOException when the results cannot be read or the archive cannot be written */
    WebResponse post(String id) throws IOException {
        Optional<Job> found = jobs.job(id);
        if (found.isEmpty()) {
            return ProblemDetail.of(404, "Not Found", "There is no job " + id + ".");
        }
        Job job = found.get();
        if (!job.state().ended() || !Files.isDirectory(resultsFolder.resolve(job.id()))) {
            return ProblemDetail.of(
                    409, "Conflict", "The job is " + job.state().word() + "; only one with results can be retried.");
        }
        Files.createDirectories(scratchFolder);
        Path scratch = Files.createTempDirectory(scratchFolder, ".retry-");
        try {
            return handIn(job, scratch);
        } finally {
            remove(scratch);
        }
    }

    private WebResponse handIn(Job job, Path scratch) throws IOException {
        Again again = new Again(
                resultsFolder.resolve(job.id()), Format.ofWord(job.arrival().format()));
        Optional<Path> document = again.document(Set.of(Status.FAILED), scratch);
        if (document.isEmpty()) {
            return ProblemDetail.of(409, "Conflict", "The job has nothing to retry: no edit failed.");
        }
        // What was said beside the document for the first time stands in its rows by now.
        Delivery delivery = Delivery.of("retry:" + job.id(), job.arrival().fileName(), again.format(), Defaults.NONE);
        return accepted(intake.receive(document.get(), delivery));
    }

    /** 202 with the job that was made. */
    static WebResponse accepted(Job job) {
        return WebResponse.json(202, JsonNodeFactory.instance.objectNode().put("job", job.id()))
                .with("Location", "/api/jobs/" + job.id());
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
