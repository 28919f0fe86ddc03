package bactrian.proof;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.ledger.Evidence;
import bactrian.ledger.Job;
import bactrian.ledger.SettledCall;
import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Undo;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import bactrian.plan.Intake;
import bactrian.plan.JobOptions;
import bactrian.provider.Providers;
import bactrian.provider.Reads;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the plan that takes a job back: for each edit that succeeded and whose target's values before were kept, what puts
 * them back, the latest edit of a target first. The plan expects the targets as the job left them.
 */
public final class Undoing {
    private final Evidence evidence;
    private final Providers providers;
    private final Catalogue catalogue;
    private final Connections connections;

    public Undoing(Evidence evidence, Providers providers, Connections connections) {
        this.evidence = evidence;
        this.providers = providers;
        this.catalogue = providers.catalogue();
        this.connections = connections;
    }

    /**
     * What undoing a job comes to.
     *
     * @param plan the saved plan; there is none where {@code edits} is 0
     * @param edits how many edits put something back
     * @param unchanged how many edits had changed nothing
     * @param impossible why others cannot be undone, each with how many
     */
    public record Undone(Path plan, long edits, long unchanged, Map<String, Long> impossible) {}

    /** @param folder for the plan and what it is made of */
    public Undone plan(Job job, Path folder, Instant now) throws IOException {
        Path instruction = folder.resolve("undo-" + stem(job) + ".ndjson");
        Path expected = folder.resolve("expected.ndjson");
        Path plan = folder.resolve("undo-" + stem(job) + ".plan");
        Writing writing;
        try (BufferedWriter steps = Files.newBufferedWriter(instruction);
                BufferedWriter lines = Files.newBufferedWriter(expected)) {
            writing = new Writing(job, steps, lines);
            evidence.settledLatestFirst(job.id(), writing::take);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        Document document =
                new Document(instruction, Format.NDJSON, Defaults.NONE, StandardCharsets.UTF_8, ZoneOffset.UTC);
        SavedPlan.write(plan, document, instruction.getFileName().toString(), catalogue, connections, now, sink -> {
            try (var lines = Files.newBufferedReader(expected)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    sink.take(Compared.parse(line));
                }
            }
        });
        return new Undone(plan, writing.edits, writing.unchanged, writing.impossible);
    }

    /**
     * Hands in what {@link #plan} made. Its own values before are kept, so that it can be undone, too.
     *
     * @param force whether what somebody has changed since is put back, too
     */
    public static Job handIn(Job job, Undone undone, Intake intake, boolean force) throws IOException {
        Map<String, String> options = new HashMap<>(Map.of(JobOptions.AGAIN, "true", ProofOptions.CAPTURE, "true"));
        if (force) {
            options.put(ProofOptions.FORCE, "true");
        }
        try {
            return SavedPlan.open(undone.plan()).handIn(intake, options, "undo:" + job.id());
        } catch (BadPlan impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String stem(Job job) {
        String name = job.arrival().fileName();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private final class Writing {
        private final Job job;
        private final BufferedWriter steps;
        private final BufferedWriter lines;
        private final Map<String, Long> impossible = new TreeMap<>();
        private long edits;
        private long unchanged;

        Writing(Job job, BufferedWriter steps, BufferedWriter lines) {
            this.job = job;
            this.steps = steps;
            this.lines = lines;
        }

        void take(SettledCall settled) {
            Change change = settled.call().change();
            Optional<String> never = catalogue.of(change).reversal().never(change.values());
            Map<String, ObjectNode> before = never.isPresent()
                    ? Map.of()
                    : evidence.before(job.id(), settled.call().number());
            boolean selects = change.where().isPresent();
            List<String> targets =
                    selects ? List.copyOf(before.keySet()) : settled.call().targets();
            if (selects && succeeded(settled.outcomes().get(0)) && targets.isEmpty()) {
                cannot(never.orElse("The values before were not kept."));
            }
            for (int place = 0; place < targets.size(); place++) {
                int outcome = selects ? 0 : place;
                if (succeeded(settled.outcomes().get(outcome))) {
                    String row = Long.toString(settled.ordinals().get(outcome) + 1);
                    Optional<ObjectNode> values = Optional.ofNullable(before.get(targets.get(place)));
                    undo(change, targets.get(place), row, never, values);
                }
            }
        }

        private void undo(
                Change change, String target, String row, Optional<String> never, Optional<ObjectNode> before) {
            if (never.isPresent() || before.isEmpty()) {
                cannot(never.orElse("The values before were not kept."));
                return;
            }
            Optional<Connection> connection = connections.find(change.connection());
            Optional<Reads> reads = connection.flatMap(
                    known -> providers.find(change.provider()).flatMap(provider -> provider.dialect(known)
                            .reads(change.operation())));
            if (reads.isEmpty()) {
                cannot("Connection " + change.connection() + " is not configured any more.");
                return;
            }
            ObjectNode after = reads.get().expected(change, before.get()).values();
            if (reads.get().differences(before.get(), after).isEmpty()) {
                unchanged++;
                return;
            }
            Undo undo = catalogue.of(change).reversal().undo(change.values(), before.get());
            if (undo instanceof Undo.Impossible impossibleUndo) {
                cannot(impossibleUndo.why());
                return;
            }
            Optional<ObjectNode> wanted = Optional.of(after);
            for (Undo.Step step : ((Undo.Steps) undo).steps()) {
                write(change, step, target, row, wanted);
                wanted = Optional.empty();
            }
        }

        private void write(
                Change change, Undo.Step step, String target, String row, Optional<ObjectNode> expectedValues) {
            ObjectNode instruction = Compared.JSON.createObjectNode();
            instruction
                    .put("provider", change.provider())
                    .put("operation", step.operation())
                    .put("connection", change.connection());
            instruction.putArray("ids").add(target);
            instruction.set("values", step.values());
            instruction.put("reference", "undo of " + job.id() + " row " + row);
            ObjectNode line = Compared.line(edits, Compared.State.CHANGE)
                    .put("provider", change.provider())
                    .put("operation", step.operation())
                    .put("connection", change.connection())
                    .put("id", target);
            line.set(Compared.BEFORE, expectedValues.orElseGet(Compared.JSON::createObjectNode));
            try {
                steps.write(instruction.toString());
                steps.write('\n');
                lines.write(line.toString());
                lines.write('\n');
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            edits++;
        }

        private void cannot(String why) {
            impossible.merge(why, 1L, Long::sum);
        }

        private static boolean succeeded(Optional<Outcome> outcome) {
            return outcome.filter(known -> known.status() == Status.SUCCEEDED).isPresent();
        }
    }
}
