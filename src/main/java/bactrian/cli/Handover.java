package bactrian.cli;

import bactrian.instruction.Defaults;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Ledger;
import bactrian.plan.Delivery;
import bactrian.plan.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands a file in, or finds the job of an earlier, interrupted time. */
final class Handover {

    private static final List<JobState> OPEN =
            List.of(JobState.RECEIVED, JobState.PLANNED, JobState.HELD, JobState.RUNNING, JobState.PAUSED);

    private final Ledger ledger;
    private final Intake intake;
    private final PrintWriter err;

    Handover(Ledger ledger, Intake intake, PrintWriter err) {
        this.ledger = ledger;
        this.intake = intake;
        this.err = err;
    }

    /**
     * The job of this file: the one that is still open where path and content are the same, else a new one. Who asks to
     * run a file again does not mean a job that is held, perhaps just for being the same.
     */
    Job handIn(InputFile input, Defaults defaults, Map<String, String> options) throws IOException {
        String source = "apply:" + input.path().toAbsolutePath().normalize();
        Optional<Job> open =
                open(source, input).filter(job -> job.state() != JobState.HELD || !options.containsKey("again"));
        if (open.isPresent()) {
            err.println(open.get().id() + ": going on where it was interrupted");
            return open.get();
        }
        String name = input.path().getFileName().toString();
        return intake.receive(
                input.path(),
                Delivery.of(source, name, input.format(), defaults).options(options));
    }

    private Optional<Job> open(String source, InputFile input) throws IOException {
        List<Job> sameSource = OPEN.stream()
                .flatMap(state -> ledger.jobs().in(state).stream())
                .filter(job -> job.arrival().source().equals(source))
                .toList();
        if (sameSource.isEmpty()) {
            return Optional.empty();
        }
        String content = sha256(input);
        return sameSource.stream()
                .filter(job -> job.arrival().sha256().equals(content))
                .findFirst();
    }

    private static String sha256(InputFile input) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(input.path()), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
