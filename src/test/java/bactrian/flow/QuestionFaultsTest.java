package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.flow.FaultMatrix.Mishap;
import bactrian.flow.FaultMatrix.Question;
import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.ledger.Arrival;
import bactrian.ledger.CallRecord;
import bactrian.ledger.Job;
import bactrian.operation.Connection;
import bactrian.plan.Delivery;
import bactrian.simulator.SimulatorOptions;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Entry;
import bactrian.simulator.wire.Pace;
import bactrian.simulator.wire.Simulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every question that is asked about calls meets every fault, over the wire: how far work in the background is, what became
 * of each edit, whether a lost call was taken. A question is asked again until it is answered, and never are edits sent again
 * for it. The expectations stand in {@code fault-matrix.yaml}.
 */
class QuestionFaultsTest {
    private static final int SPEED = 15;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Work in the background ends although nobody who knows its id asks for it. */
    private static final Pace WORKING = new Pace.Time(Duration.ofSeconds(1));

    private final FaultMatrix matrix = FaultMatrix.read();
    private final Map<String, Seen> seen = new HashMap<>();

    /** What one case came to. @param posts requests that carry edits @param asked the questions, oldest first */
    private record Seen(Job job, CallRecord call, List<Entry> posts, List<Entry> asked) {

        String told() {
            return call.outcomes().stream()
                    .map(outcome -> outcome.map(one ->
                                    one.status().word() + " " + one.code().word())
                            .orElse("-"))
                    .distinct()
                    .collect(Collectors.joining(" and "));
        }

        int struck() {
            for (int place = 0; place < asked.size(); place++) {
                if (asked.get(place).fault().isPresent()) {
                    return place;
                }
            }
            throw new AssertionError("The fault met no question: " + asked);
        }
    }

    @TestFactory
    Stream<DynamicContainer> whatComesOfEveryFault(@TempDir Path root) throws Exception {
        run(root);
        return matrix.questions().stream()
                .map(question -> DynamicContainer.dynamicContainer(
                        question.name(),
                        matrix.questionFaults().stream()
                                .map(mishap -> DynamicTest.dynamicTest(mishap.name(), () -> check(question, mishap)))));
    }

    private void check(Question question, Mishap mishap) {
        Seen one = Objects.requireNonNull(seen.get(question.name() + mishap.name()));

        assertThat(one.told()).as("%s", one.call().outcomes()).isEqualTo(question.expected(mishap));
        assertThat(one.posts()).as("requests that carry edits").hasSize(1);
        assertThat(one.posts().get(0).applied()).isPositive();
        assertThat(one.call().requests()).as("requests in the ledger").isEqualTo(1);
        assertThat(one.job().calls()).isEqualTo(1);
        assertThat(one.job().retries()).isZero();
        int struck = one.struck();
        assertThat(one.asked().size()).as("asked again").isGreaterThan(struck + 1);
        assertThat(Duration.between(
                        one.asked().get(struck).at(),
                        one.asked().get(struck + 1).at()))
                .isGreaterThanOrEqualTo(mishap.kept(question.row()));
    }

    private void run(Path root) throws IOException, InterruptedException {
        QuickTime time = new QuickTime(SPEED);
        List<Simulators> simulated = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (Question question : matrix.questions()) {
            Simulators own =
                    Simulators.start(SimulatorOptions.standard().clock(time).pace(WORKING));
            simulated.add(own);
            connections.add(question.row().connection(of(own, question).url()));
        }
        try (RunningGateway gateway = GatewaySetup.in(root).time(time).start(connections)) {
            for (Mishap mishap : matrix.questionFaults()) {
                List<String> jobs = new ArrayList<>();
                for (int place = 0; place < simulated.size(); place++) {
                    Question question = matrix.questions().get(place);
                    prepare(of(simulated.get(place), question), question, mishap);
                    jobs.add(receive(gateway, question, mishap.number()));
                }
                RunningGateway.until(
                        () -> jobs.stream()
                                .allMatch(id -> job(gateway, id).state().ended()),
                        LONGEST);
                for (int place = 0; place < simulated.size(); place++) {
                    Question question = matrix.questions().get(place);
                    keep(gateway, jobs.get(place), of(simulated.get(place), question), question, mishap);
                }
            }
        } finally {
            simulated.forEach(Simulators::close);
        }
    }

    private static void prepare(Simulator simulator, Question question, Mishap mishap) {
        simulator.log().clear();
        simulator.faults().clear();
        question.row().seed(mishap.number()).ifPresent(simulator::seed);
        question.before().ifPresent(simulator.faults()::add);
        simulator.faults().add(question.fault(mishap));
    }

    private void keep(RunningGateway gateway, String id, Simulator simulator, Question question, Mishap mishap) {
        List<Entry> entries = simulator.log().entries();
        seen.put(
                question.name() + mishap.name(),
                new Seen(
                        job(gateway, id),
                        gateway.ledger().evidence().calls(id, 1, 1).get(0),
                        entries.stream().filter(question::carriesEdits).toList(),
                        entries.stream().filter(question::asks).toList()));
    }

    /** Without the inbox, which would keep each waiting for a second. */
    private static String receive(RunningGateway gateway, Question question, int place) throws IOException {
        byte[] document = question.row().instruction(place).getBytes(StandardCharsets.UTF_8);
        Delivery delivery = Delivery.of("test", "question.ndjson", Format.NDJSON, Defaults.NONE);
        return gateway.intake()
                .receive(
                        new ByteArrayInputStream(document),
                        question.verified() ? delivery.options(Map.of(Arrival.VERIFY, "true")) : delivery)
                .id();
    }

    private static Job job(RunningGateway gateway, String id) {
        return gateway.ledger().jobs().find(id).orElseThrow();
    }

    private static Simulator of(Simulators simulators, Question question) {
        return simulators.all().stream()
                .filter(one -> one.name().equals(question.row().provider()))
                .findFirst()
                .orElseThrow();
    }
}
