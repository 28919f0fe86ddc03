package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Job;
import bactrian.operation.ConnectionDraft;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import bactrian.simulator.wire.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each provider refuses a whole call for a few bad ids in it: only these fail, and calls on the wire are counted. */
class WholeRefusalTest {
    private final Path root;
    private final Simulators simulators = Simulators.start();

    WholeRefusalTest(@TempDir Path root) {
        this.root = root;
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    /** A provider's largest call. */
    private enum Bulk {
        CLOSE("close", "update-tasks", "id,assigned_to", "task_%05d", ",user_alice", 100, "PUT"),
        AWORK("awork", "setprio", "id,isPrio", "a3f1c9e2-4b7d-4f8a-9c2e-%012d", ",true", 100, "POST"),
        // Not safe to repeat: a refusal certainly changed nothing, so its parts are sent all the same.
        AWORK_UNSAFE("awork", "adjustdates", "id,daysOffset", "a3f1c9e2-4b7d-4f8a-9c2e-%012d", ",3", 100, "POST"),
        YANDEX_TRACKER("yandex-tracker", "update", "id,summary", "TEST-%d", ",Changed", 10_000, "POST");

        private final String provider;
        private final String operation;
        private final String header;
        private final String id;
        private final String values;
        private final int size;
        private final String method;

        Bulk(String provider, String operation, String header, String id, String values, int size, String method) {
            this.provider = provider;
            this.operation = operation;
            this.header = header;
            this.id = id;
            this.values = values;
            this.size = size;
            this.method = method;
        }

        String id(int row) {
            return String.format(Locale.ROOT, id, 10_000 + row);
        }

        String document() {
            return Stream.iterate(0, row -> row + 1)
                    .limit(size)
                    .map(row -> id(row) + values)
                    .collect(Collectors.joining("\n", header + "\n", "\n"));
        }

        int log2() {
            return 32 - Integer.numberOfLeadingZeros(size - 1);
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of(Bulk.values())
                .flatMap(bulk -> Stream.of(
                        Arguments.of(bulk, Effect.REFUSED, 1),
                        Arguments.of(bulk, Effect.REFUSED, 2),
                        Arguments.of(bulk, Effect.REFUSED_BY_NAME, 3)));
    }

    @ParameterizedTest(name = "{0} {1} for {2}")
    @MethodSource("cases")
    void onlyCulpritsFailAtTheCostOfALogarithmOfCallsEach(Bulk bulk, Effect effect, int culprits) throws Exception {
        Set<String> bad = culprits(bulk, culprits);
        Simulator simulator = simulator(bulk);
        bad.forEach(id -> simulator
                .faults()
                .add(Fault.once(effect).on(bulk.method, "").holding(id).from(1, Integer.MAX_VALUE)));
        try (RunningGateway gateway = GatewaySetup.in(root)
                .start(ConnectionDraft.to(bulk.provider, simulator.url())
                        .requestsPerSecond(200)
                        .pollInterval(Duration.ofMillis(20))
                        .connection())) {
            gateway.drop(bulk.provider + "/" + bulk.operation + "/all.csv", bulk.document());

            Job job = gateway.end();

            assertThat(job.tally().failed()).isEqualTo(culprits);
            assertThat(job.tally().succeeded()).isEqualTo(bulk.size - culprits);
            assertThat(gateway.result(job, "failed.csv").lines().count()).isEqualTo(1 + culprits);
            assertThat(gateway.result(job, "failed.csv")).contains(bad);
            assertThat(calls(simulator, bulk))
                    .as("calls")
                    .isEqualTo(job.calls() + job.retries())
                    .isLessThanOrEqualTo(effect == Effect.REFUSED ? 1 + 2L * bulk.log2() * culprits : 1L + culprits);
            assertThat(simulator.journal().changes())
                    .extracting(change -> change.id())
                    .as("what was applied")
                    .hasSize(bulk.size - culprits)
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(bad);
        }
    }

    private static long calls(Simulator simulator, Bulk bulk) {
        return simulator.log().entries().stream()
                .filter(entry ->
                        entry.method().equals(bulk.method) && !entry.path().contains("/_search"))
                .count();
    }

    private static Set<String> culprits(Bulk bulk, int number) {
        Random random = new Random(number);
        Set<String> bad = new TreeSet<>();
        while (bad.size() < number) {
            bad.add(bulk.id(random.nextInt(bulk.size)));
        }
        return bad;
    }

    private Simulator simulator(Bulk bulk) {
        return simulators.all().stream()
                .filter(one -> one.name().equals(bulk.provider))
                .findFirst()
                .orElseThrow();
    }
}
