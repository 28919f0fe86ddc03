package bactrian.web;

import bactrian.config.Home;
import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.ledger.Job;
import bactrian.outcome.Status;
import bactrian.plan.Delivery;
import bactrian.plan.Intake;
import bactrian.plan.JobOptions;
import bactrian.plan.Tree;
import bactrian.results.Again;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands the edits of an ended job in again, over HTTP and from the command line. */
public record Retry(Job job, Home home) {

    /**
     * Hands in those that ended so, as a new job.
     *
     * @return empty when the job has not ended, or nothing of it ended so
     * @throws IOException when the results cannot be read or the archive cannot be written
     */
    public Optional<Job> handIn(Intake intake, Set<Status> chosen) throws IOException {
        Path results = home.results().resolve(job.id());
        if (!job.state().ended() || !Files.isDirectory(results)) {
            return Optional.empty();
        }
        Path folder = Files.createDirectories(home.state().resolve("scratch"));
        Path scratch = Files.createTempDirectory(folder, ".retry-");
        try {
            Again again = new Again(results, format());
            Optional<Path> document = again.document(chosen, scratch);
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(intake.receive(document.get(), delivery(again.format())));
        } finally {
            Tree.delete(scratch);
        }
    }

    /** For people, why there is nothing to hand in. */
    public static String nothingToDo(Job job, Set<Status> chosen) {
        if (!job.state().ended()) {
            return job.id() + " is " + job.state().word() + "; only a job that has ended can be retried.";
        }
        long wanted = (chosen.contains(Status.FAILED) ? job.tally().failed() : 0)
                + (chosen.contains(Status.UNKNOWN) ? job.tally().unknown() : 0);
        if (wanted > 0) {
            return job.id() + " has edits to retry, but the files that hold them are gone from results/" + job.id()
                    + ". Put them back, or hand the instruction in again.";
        }
        return job.id() + " has nothing to retry: no edit "
                + (chosen.contains(Status.UNKNOWN) ? "failed or is unknown." : "failed.");
    }

    /** What the folder or the command line said for the first time stands in the rows by now. */
    private Delivery delivery(Format format) {
        return Delivery.of("retry:" + job.id(), job.arrival().fileName(), format, Defaults.NONE)
                .options(Map.of(JobOptions.AGAIN, "true"));
    }

    /** What its results are: a document read through a mapping is a table, whatever it is written in. */
    private Format format() {
        return JobOptions.mapped(job.arrival().options())
                ? Format.CSV
                : Format.ofWord(job.arrival().format());
    }
}
