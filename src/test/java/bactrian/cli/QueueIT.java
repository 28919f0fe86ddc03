package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process, instructed by messages. */
class QueueIT extends ProgramAtHome {
    private static final int MESSAGES = 40;

    QueueIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void killsInTheMiddleLoseNoMessageAndRunNoneTwice() throws Exception {
        Process service = service();
        sender().send(10, 10 + MESSAGES);
        kill(service, () -> simulators.awork().log().total() >= 1);
        service = service();
        kill(service, () -> simulators.awork().log().total() >= 12);
        service = service();
        kill(service, () -> !Program.list(home.resolve("results")).isEmpty());

        service = service();
        Map<String, JsonNode> answers = new HashMap<>();
        sender().answers(MESSAGES).forEach(answer -> answers.put(answer.edit(), answer.summary()));
        service.toHandle().destroy();
        Program.Run last = Program.finish(service);

        assertThat(answers).hasSize(MESSAGES);
        assertThat(last.exitCode()).as(last.err()).isZero();
        assertThat(simulators.awork().journal().changes())
                .extracting(change -> change.id())
                .doesNotHaveDuplicates();
        assertThat(answers.values())
                .allSatisfy(answer ->
                        assertThat(answer.path("rows").path("total").asInt()).isEqualTo(1));
        long succeeded = answers.values().stream()
                .filter(answer -> answer.path("rows").path("succeeded").asInt() == 1)
                .count();
        long unknown = answers.values().stream()
                .filter(answer -> answer.path("rows").path("unknown").asInt() == 1)
                .count();
        assertThat(succeeded + unknown).isEqualTo(MESSAGES);
        assertThat(simulators.awork().journal().changes().size())
                .isBetween((int) succeeded, (int) (succeeded + unknown));
    }

    @Test
    void aPortThatIsTakenStopsRunWith3AndSaysWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Program.Run run = program.run(Map.of("BACTRIAN_QUEUE_PORT", "" + taken.getLocalPort()), "run");

            assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
            assertThat(run.err()).contains("127.0.0.1:" + taken.getLocalPort()).contains("BACTRIAN_QUEUE_PORT");
        }
    }

    @Test
    void aBrokerThatIsAwayStopsRunWith3AndSaysWhatToDo() {
        Program.Run run = program.run(Map.of("BACTRIAN_QUEUE_URL", "tcp://127.0.0.1:1"), "run");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("tcp://127.0.0.1:1").contains("BACTRIAN_QUEUE_URL");
    }

    private Process service() {
        Process service = program.start(
                "run",
                "-Dbactrian.connections.awork.requests-per-second=20",
                "-Dbactrian.connections.awork.settle-delay=200ms");
        running.await(service);
        return service;
    }

    private static void kill(Process service, BooleanSupplier when) throws InterruptedException {
        Program.await("the moment to kill", when);
        service.destroyForcibly().waitFor();
    }

    private Correspondent sender() {
        return new Correspondent(running.queue());
    }
}
