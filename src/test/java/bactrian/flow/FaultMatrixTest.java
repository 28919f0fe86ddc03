package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.flow.FaultMatrix.Expected;
import bactrian.flow.FaultMatrix.Row;
import bactrian.ledger.CallRecord;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.network.ReservedPort;
import bactrian.operation.Connection;
import bactrian.provider.Providers;
import bactrian.simulator.SimulatorOptions;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Entry;
import bactrian.simulator.wire.Pace;
import bactrian.simulator.wire.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation meets every fault, over the wire, in one run: a job an operation, each over a connection of its own. The
 * expectations stand in {@code fault-matrix.yaml}; between any two faults there is an edit that meets none.
 */
class FaultMatrixTest {
    /** Slow enough that a busy machine can be late by three seconds, see the table. */
    private static final int SPEED = 5;

    private static final Duration LONGEST = Duration.ofSeconds(150);
    /** Work in the background ends although nobody who knows its id asks for it. */
    private static final Pace WORKING = new Pace.Time(Duration.ofSeconds(1));

    private final FaultMatrix matrix = FaultMatrix.read();
    private final Map<String, List<Entry>> logs = new HashMap<>();
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, List<CallRecord>> records = new HashMap<>();

    @Test
    void theTableHasEveryOperation() {
        assertThat(Providers.shipped().all().stream()
                        .flatMap(provider -> provider.operations().stream())
                        .map(Object::toString))
                .allSatisfy(operation -> assertThat(matrix.operations())
                        .anyMatch(row -> operation.equals(row.provider() + " " + row.operation())));
    }

    @TestFactory
    Stream<DynamicContainer> whatComesOfEveryFault(@TempDir Path root) throws Exception {
        run(root);
        return matrix.operations().stream()
                .map(row -> DynamicContainer.dynamicContainer(
                        row.provider() + " " + row.name(), Stream.concat(cases(row), whole(row))));
    }

    @Test
    void aRefusedConnectionCostsNoOperationAnything(@TempDir Path root) throws Exception {
        try (ReservedPort close = new ReservedPort();
                ReservedPort awork = new ReservedPort();
                ReservedPort tracker = new ReservedPort()) {
            QuickTime time = new QuickTime(SPEED);
            Map<String, String> urls = Map.of(
                    "close", "http://127.0.0.1:" + close.number() + "/api/v1",
                    "awork", "http://127.0.0.1:" + awork.number() + "/api/v1",
                    "yandex-tracker", "http://127.0.0.1:" + tracker.number() + "/v3");
            refusedAtFirst(
                    root,
                    time,
                    row -> URI.create(Objects.requireNonNull(urls.get(row.provider()))),
                    SimulatorOptions.standard().clock(time).ports(close.number(), awork.number(), tracker.number()));
        }
    }

    private void refusedAtFirst(Path root, QuickTime time, Function<Row, URI> url, SimulatorOptions later)
            throws IOException, InterruptedException {
        Connection[] connections = matrix.operations().stream()
                .map(row -> row.connection(url.apply(row)))
                .toArray(Connection[]::new);
        try (RunningGateway gateway = GatewaySetup.in(root).time(time).start(connections)) {
            for (Row row : matrix.operations()) {
                gateway.drop(row.connection() + ".ndjson", row.instruction(0));
            }
            RunningGateway.until(
                    () -> gateway.lanes().all().stream()
                            .allMatch(lane -> lane.state().trouble().isPresent()),
                    LONGEST);

            try (Simulators simulators = Simulators.start(later)) {
                RunningGateway.until(() -> ended(gateway).size() == connections.length, LONGEST);

                assertThat(ended(gateway)).allSatisfy(job -> {
                    assertThat(job.tally().succeeded())
                            .as(job.arrival().fileName())
                            .isEqualTo(job.tally().total());
                    assertThat(job.calls()).isEqualTo(1);
                    assertThat(job.retries()).isZero();
                });
                assertThat(simulators.all().stream().flatMap(one -> one.log().entries().stream()))
                        .filteredOn(entry -> !entry.method().equals("GET"))
                        .hasSize(connections.length);
            }
        }
    }

    private Stream<DynamicTest> cases(Row row) {
        return matrix.faults().stream()
                .map(mishap -> DynamicTest.dynamicTest(mishap.name(), () -> {
                    Case seen = new Case(row, 2 * mishap.number());
                    Expected expected = row.expected(mishap);

                    assertThat(seen.told()).as(seen.why()).isEqualTo(expected.toString());
                    assertThat(seen.call().requests())
                            .as("requests in the ledger")
                            .isEqualTo(expected.sent());
                    seen.gap().ifPresent(gap -> assertThat(gap)
                            .as("wait before the second request")
                            .isGreaterThanOrEqualTo(mishap.kept(row)));
                    assertThat(new Case(row, 2 * mishap.number() + 1).told())
                            .as("the edit after it")
                            .isEqualTo("succeeded ok, sent 1, applied 1");
                }));
    }

    private Stream<DynamicTest> whole(Row row) {
        return Stream.of(DynamicTest.dynamicTest("the job", () -> {
            Job job = Objects.requireNonNull(jobs.get(row.connection()));
            long sent = Objects.requireNonNull(records.get(row.connection())).stream()
                    .mapToInt(CallRecord::requests)
                    .sum();

            assertThat(job.state()).isEqualTo(JobState.DONE);
            assertThat(job.calls()).isEqualTo(2L * matrix.faults().size());
            assertThat(job.calls() + job.retries())
                    .as("attempts in the ledger, and edit-carrying requests on the wire")
                    .isEqualTo(sent)
                    .isEqualTo(requests(row).count());
        }));
    }

    private void run(Path root) throws IOException, InterruptedException {
        QuickTime time = new QuickTime(SPEED);
        try (Simulators simulators =
                Simulators.start(SimulatorOptions.standard().clock(time).pace(WORKING))) {
            Map<String, Simulator> byName =
                    simulators.all().stream().collect(Collectors.toMap(Simulator::name, one -> one));
            Connection[] connections = matrix.operations().stream()
                    .map(row -> row.connection(
                            Objects.requireNonNull(byName.get(row.provider())).url()))
                    .toArray(Connection[]::new);
            try (RunningGateway gateway = GatewaySetup.in(root).time(time).start(connections)) {
                for (Row row : matrix.operations()) {
                    Simulator simulator = Objects.requireNonNull(byName.get(row.provider()));
                    gateway.drop(row.connection() + ".ndjson", document(row, simulator));
                }
                RunningGateway.until(() -> ended(gateway).size() == connections.length, LONGEST);
                for (Job job : ended(gateway)) {
                    String connection = job.arrival().fileName().replace(".ndjson", "");
                    jobs.put(connection, job);
                    records.put(connection, gateway.ledger().evidence().calls(job.id(), 1, 10_000));
                }
            }
            byName.forEach((name, simulator) -> logs.put(name, simulator.log().entries()));
        }
    }

    private static List<Job> ended(RunningGateway gateway) {
        return gateway.ledger().jobs().newest(1000).stream()
                .filter(job -> job.state().ended())
                .toList();
    }

    /** At even places an edit that meets a fault, at odd ones an edit that meets none. */
    private String document(Row row, Simulator simulator) {
        String method = row.provider().equals("close") && !row.operation().equals("bulk-edit") ? "PUT" : "POST";
        List<String> instructions = new ArrayList<>();
        for (int place = 0; place < 2 * matrix.faults().size(); place++) {
            row.seed(place).ifPresent(simulator::seed);
            instructions.add(row.instruction(place));
        }
        matrix.faults().forEach(mishap -> simulator.faults().add(mishap.fault(row, method, 2 * mishap.number())));
        return String.join("\n", instructions);
    }

    private Stream<Entry> requests(Row row) {
        String all = row.mark(0).substring(0, row.mark(0).length() - 4);
        return Objects.requireNonNull(logs.get(row.provider())).stream()
                .filter(entry -> !entry.method().equals("GET") && !entry.path().contains("/_search")) // only asks
                .filter(entry -> (entry.path() + entry.text()).contains(all));
    }

    /** What one edit came to. */
    private final class Case {
        private final List<Entry> sent;
        private final CallRecord call;

        Case(Row row, int place) {
            String mark = row.mark(place);
            sent = requests(row)
                    .filter(entry -> (entry.path() + entry.text()).contains(mark))
                    .sorted(Comparator.comparing(Entry::number))
                    .toList();
            call = Objects.requireNonNull(records.get(row.connection())).stream()
                    .filter(record -> record.call().targets().contains(mark)
                            || record.call().change().where().toString().contains(mark))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No call carries " + mark));
        }

        CallRecord call() {
            return call;
        }

        String told() {
            String outcomes = call.outcomes().stream()
                    .map(outcome -> outcome.map(one ->
                                    one.status().word() + " " + one.code().word())
                            .orElse("-"))
                    .distinct()
                    .collect(Collectors.joining(" and "));
            long applied = sent.stream().filter(entry -> entry.applied() > 0).count();
            return new Expected(outcomes, sent.size(), (int) applied).toString();
        }

        String why() {
            return call.outcomes() + " " + sent.stream().map(Entry::status).toList();
        }

        Optional<Duration> gap() {
            return sent.size() < 2
                    ? Optional.empty()
                    : Optional.of(Duration.between(sent.get(0).at(), sent.get(1).at()));
        }
    }
}
