package bactrian.plan;

import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Jobs;
import bactrian.operation.Connections;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder {@code held/}: for each job that waits for approval, what it would do and how to answer. */
public final class HeldJobs {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String END = ".json";

    private final Path folder;
    private final Connections connections;

    /** @param folder made where missing */
    public HeldJobs(Path folder, Connections connections) {
        this.folder = folder;
        this.connections = connections;
    }

    /** Writes {@code <job>.json}, whole by one rename, before the job is held. */
    void write(Job job, Job.Reason reason, Plan plan, FirstEdits first) throws IOException {
        ObjectNode held = JSON.createObjectNode()
                .put("job", job.id())
                .put("source", job.arrival().source())
                .put("code", reason.code().word())
                .put("message", reason.message())
                .put("hint", reason.code().hint())
                .put("edits", plan.findings().edits())
                .put("invalid", plan.findings().invalid())
                .put("calls", plan.calls());
        ArrayNode operations = held.putArray("operations");
        for (Share share : plan.shares()) {
            operations
                    .addObject()
                    .put("connection", share.connection())
                    .put("provider", share.provider())
                    .put("operation", share.operation())
                    .put("edits", share.edits())
                    .put("calls", share.calls());
        }
        ArrayNode never = held.putArray("cannotBeUndone");
        plan.irreversible().forEach(kind -> never.add(kind.json()));
        ObjectNode estimates = held.putObject("estimatedSeconds");
        plan.estimate(connections).forEach((name, time) -> estimates.put(name, time.toMillis() / 1000.0));
        first.writeTo(held.putArray("firstEdits"));
        held.put("approve", "bactrian approve " + job.id()).put("cancel", "bactrian cancel " + job.id());

        Files.createDirectories(folder);
        Path whole = folder.resolve("." + job.id() + END);
        Files.write(whole, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(held));
        Files.move(whole, folder.resolve(job.id() + END), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the files of jobs that are not held any more. What is nobody's is left alone. */
    public void sweep(Jobs jobs) throws IOException {
        List<Path> files = files();
        if (files.isEmpty()) {
            return;
        }
        Set<String> held = jobs.idsIn(JobState.HELD);
        for (Path file : files) {
            String name = file.getFileName().toString();
            String job = name.substring(0, name.length() - END.length());
            if (!held.contains(job) && isJob(jobs, job)) {
                remove(folder, job);
            }
        }
    }

    private static boolean isJob(Jobs jobs, String id) {
        return jobs.find(id).filter(job -> job.id().equals(id)).isPresent();
    }

    /** Removes the file of a job that does not wait for approval any more. */
    public static void remove(Path folder, String job) throws IOException {
        Files.deleteIfExists(folder.resolve(job + END));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(END))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
