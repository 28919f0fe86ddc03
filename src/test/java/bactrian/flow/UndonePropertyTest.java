package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Inquiry;
import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.Instructions;
import bactrian.ledger.Job;
import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import bactrian.operation.Connections;
import bactrian.plan.Intake;
import bactrian.plan.JobOptions;
import bactrian.proof.Comparing;
import bactrian.proof.Comparison;
import bactrian.proof.ProofOptions;
import bactrian.proof.SavedPlan;
import bactrian.proof.Undoing;
import bactrian.proof.Undoing.Undone;
import bactrian.provider.AnyEdits;
import bactrian.provider.Providers;
import bactrian.provider.SimulatedAccount;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Simulator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs of any edits that can be undone, at all providers at once: compared, saved, applied, undone, and the undo undone,
 * through routes, lanes and ledger. {@code -Dbactrian.undo.tries=200} tries more.
 */
class UndonePropertyTest {
    private static final int TRIES = Integer.getInteger("bactrian.undo.tries", 4);
    private static final long SEED = 20_261_125;
    private static final int EDITS = 9;
    private static final Providers PROVIDERS = Providers.shipped();
    private static final Map<String, List<String>> TARGETS = Map.of(
            "close", List.of("task_one", "task_two", "task_email"),
            "awork", List.of("a0000000-0000-4000-8000-00000000000a", "a0000000-0000-4000-8000-00000000000b"),
            "yandex-tracker", List.of("TEST-1", "TEST-2"));

    @TempDir
    private Path folder = Path.of("");

    private final Simulators simulators = Simulators.start();
    private final Connections connections = Connections.of(List.of(
            connection("close", simulators.closeUrl()),
            connection("awork", simulators.aworkUrl()),
            connection("yandex-tracker", simulators.yandexTrackerUrl())));
    private RunningGateway gateway;
    private Intake intake;
    private Comparing comparing;

    @BeforeEach
    void start() {
        gateway = GatewaySetup.in(folder.resolve("home")).start(connections.all());
        intake = new Intake(gateway.ledger(), gateway.home().archive(), InstantSource.system(), new Random(1));
        Function<Connection, Inquiry> inquiries = Inquiries.within(gateway.lanes(), PROVIDERS, Optional.empty());
        comparing = new Comparing(
                new Instructions(PROVIDERS.catalogue(), connections),
                PROVIDERS.catalogue(),
                connections,
                inquiries,
                folder.resolve("scratch"));
    }

    @AfterEach
    void stop() {
        gateway.close();
        simulators.close();
    }

    @Test
    void whatAJobChangedIsPutBackAndPuttingItBackIs() throws Exception {
        int undone = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            undone += story(SEED + attempt);
        }
        assertThat(undone).as("edits undone").isGreaterThan(TRIES * EDITS / 4);
    }

    private long story(long seed) throws Exception {
        Path made = Files.createDirectories(folder.resolve("try-" + seed));
        List<ObjectNode> edits = reversible(made, edits(new Random(seed)));
        Map<String, ObjectNode> before = states();
        Job job = apply(made, edits);
        Map<String, ObjectNode> after = states();

        Undone undone = undo(job, made.resolve("undo"));
        assertThat(undone.impossible()).as("seed " + seed + ": " + edits).isEmpty();
        if (undone.edits() == 0) {
            assertThat(after).as("seed " + seed + ": " + edits).isEqualTo(before);
            return 0;
        }
        Job back = handIn(job, undone);
        assertThat(states()).as("seed " + seed + ": " + edits).isEqualTo(before);

        Undone again = undo(back, made.resolve("again"));
        if (again.impossible().isEmpty()) {
            handIn(back, again);
            assertThat(states()).as("again, seed " + seed + ": " + edits).isEqualTo(after);
        }
        return undone.edits();
    }

    private static List<ObjectNode> edits(Random random) {
        List<String> providers = List.copyOf(new TreeSet<>(TARGETS.keySet()));
        List<ObjectNode> edits = new ArrayList<>();
        AnyEdits any = new AnyEdits(random);
        for (int edit = 0; edit < EDITS; edit++) {
            String provider = providers.get(edit % providers.size());
            AnyEdits.Edited edited = any.of(provider);
            List<String> targets = TARGETS.getOrDefault(provider, List.of());
            ObjectNode instruction = JsonNodeFactory.instance
                    .objectNode()
                    .put("provider", provider)
                    .put("operation", edited.operation());
            instruction.putArray("ids").add(targets.get(random.nextInt(targets.size())));
            edits.add(instruction.set("values", edited.values()));
        }
        return edits;
    }

    /** Without the targets of which an edit cannot be undone: the comparison says so. */
    private List<ObjectNode> reversible(Path made, List<ObjectNode> edits) throws Exception {
        Set<String> not = new TreeSet<>();
        try (Comparison comparison = comparing.compare(document(made, edits), count -> {})) {
            comparison.into(line -> {
                if (line.has("undo")) {
                    not.add(line.path("id").asText());
                }
            });
        }
        return edits.stream()
                .filter(edit -> !not.contains(edit.path("ids").path(0).asText()))
                .toList();
    }

    private Job apply(Path made, List<ObjectNode> edits) throws Exception {
        Document document = document(made, edits);
        Path plan = made.resolve("job.plan");
        try (Comparison comparison = comparing.compare(document, count -> {})) {
            SavedPlan.write(
                    plan, document, "job.ndjson", PROVIDERS.catalogue(), connections, Instant.EPOCH, comparison);
        }
        Map<String, String> options = Map.of(ProofOptions.CAPTURE, "true", JobOptions.AGAIN, "true");
        return ended(SavedPlan.open(plan).handIn(intake, options, "test"));
    }

    private Undone undo(Job job, Path made) throws IOException {
        return new Undoing(gateway.ledger().evidence(), PROVIDERS, connections)
                .plan(job, Files.createDirectories(made), Instant.EPOCH);
    }

    private Job handIn(Job job, Undone undone) throws Exception {
        Job ended = ended(Undoing.handIn(job, undone, intake, false));
        assertThat(ended.tally().succeeded()).as("of " + undone).isEqualTo(undone.edits());
        return ended;
    }

    private Job ended(Job job) throws InterruptedException {
        RunningGateway.until(() ->
                gateway.ledger().jobs().find(job.id()).orElseThrow().state().ended());
        return gateway.ledger().jobs().find(job.id()).orElseThrow();
    }

    private static Document document(Path made, List<ObjectNode> edits) throws IOException {
        Path file = made.resolve("job.ndjson");
        Files.write(file, edits.stream().map(ObjectNode::toString).toList());
        return new Document(file, Format.NDJSON, Defaults.NONE, StandardCharsets.UTF_8, ZoneOffset.UTC);
    }

    private Map<String, ObjectNode> states() {
        Map<String, ObjectNode> states = new TreeMap<>();
        for (Simulator simulator : simulators.all()) {
            for (String target : TARGETS.getOrDefault(simulator.name(), List.of())) {
                simulator.state(target).ifPresent(state -> states.put(target, SimulatedAccount.kept(state)));
            }
        }
        return states;
    }

    private static Connection connection(String provider, URI url) {
        return ConnectionDraft.to(provider, url)
                .requestsPerSecond(1_000)
                .pollInterval(Duration.ofMillis(20))
                .connection();
    }
}
