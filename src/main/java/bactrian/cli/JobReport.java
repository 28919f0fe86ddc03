package bactrian.cli;

import bactrian.config.Home;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** What became of a job, for people and for the shell. */
record JobReport(Job job, Home home) {

    int exitCode() {
        if (job.state() == JobState.REJECTED || job.state() == JobState.HELD) {
            return ExitCode.REFUSED;
        }
        boolean allWell = job.tally().failed() == 0 && job.tally().unknown() == 0;
        return allWell && job.state() == JobState.DONE ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    void print(PrintWriter out) throws IOException {
        out.println(job.id() + ": " + job.state().word());
        switch (job.state()) {
            case REJECTED -> refusal(out);
            case HELD -> {
                reason(out);
                Optional<HeldReport> held = HeldReport.of(home, job.id());
                if (held.isPresent()) {
                    held.get().print(out);
                }
                out.println("  approve: bactrian approve " + job.id());
                out.println("  cancel: bactrian cancel " + job.id());
            }
            default -> {
                Tally tally = job.tally();
                out.println("  rows: " + Figures.count(tally.total()) + " in all, "
                        + Figures.count(tally.succeeded()) + " succeeded, "
                        + Figures.count(tally.failed()) + " failed, "
                        + Figures.count(tally.skipped()) + " skipped, "
                        + Figures.count(tally.unknown()) + " unknown");
                out.println("  calls: " + Figures.count(job.calls()) + ", further attempts: "
                        + Figures.count(job.retries()));
                reason(out);
                if (job.state().ended()) {
                    out.println("  results: " + home.results().resolve(job.id()));
                }
            }
        }
    }

    private void reason(PrintWriter out) {
        job.reason()
                .ifPresent(reason -> out.println("  " + reason.code().word() + ": " + reason.message() + " "
                        + reason.code().hint()));
    }

    private void refusal(PrintWriter out) throws IOException {
        out.println("  refused, nothing of it was sent");
        Optional<DeadLetterFile> letter = DeadLetterFile.of(home, job.id());
        if (letter.isEmpty()) {
            reason(out);
            return;
        }
        JsonNode problem = letter.get().problem();
        out.println("  " + line(problem));
        for (JsonNode one : problem.path("problems")) {
            if (!line(one).equals(line(problem))) {
                out.println("  " + line(one));
            }
        }
        out.println("  dead letter: " + letter.get().file());
    }

    private static String line(JsonNode problem) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {"line", "column", "row"}) {
            if (problem.has(part)) {
                text.append(part).append(' ').append(problem.get(part).asText()).append(", ");
            }
        }
        return text.append(problem.path("message").asText())
                .append(' ')
                .append(problem.path("hint").asText())
                .append(" [")
                .append(problem.path("code").asText())
                .append(']')
                .toString();
    }
}
