package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.postgres.PostgresServer;
import bactrian.simulator.Simulators;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that share a ledger in PostgreSQL, an external broker and an inbox, each a process; one of them is killed. */
class NodesIT {
    private static final int FILES = 12;

    /** Long, so that a node which a busy machine holds up stays a node, and so that what a dead one had is waited for. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    @TempDir
    private Path home = Path.of("");

    private final PostgresServer.Database database = PostgresServer.shared().database();
    private final Simulators simulators = Simulators.start();
    private final List<Process> nodes = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(simulators));
    private Program program = new Program(home, simulators);
    private String broker = "";

    @BeforeEach
    void prepare() throws IOException {
        BrokerProcess process = BrokerProcess.start(home.resolve("broker"));
        open.add(process);
        broker = process.address();
        program = new Program(home, simulators);
        Files.createDirectories(home.resolve("inbox"));
        Files.createDirectories(home.resolve("schedules"));
    }

    @AfterEach
    void stop() throws Exception {
        nodes.forEach(Process::destroyForcibly);
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void messagesAndFilesAreTakenByOneNodeAndOutliveIt() throws Exception {
        Process doomed = node("a");
        node("b");
        Correspondent sender = new Correspondent(broker);
        sender.send(10, 50);
        drop(0, FILES);
        Program.await("some edits", () -> sent() >= 20);
        doomed.toHandle().destroyForcibly();
        sender.send(50, 60);
        drop(FILES, 2 * FILES);
        List<Correspondent.Answer> answers = sender.answers(50);
        Program.await("all files", () -> bySource("inbox:").size() >= 2 * FILES);
        stopAll();

        assertThat(answers)
                .extracting(Correspondent.Answer::edit)
                .contains(names(10, 60))
                .filteredOn(List.of(names(50, 60))::contains)
                .doesNotHaveDuplicates();
        assertThat(answers).map(answer -> answer.summary().path("rows")).allSatisfy(rows -> assertThat(
                        rows.path("succeeded").asInt() + rows.path("unknown").asInt())
                .isEqualTo(1));
        assertThat(simulators.awork().journal().changes())
                .extracting(change -> change.id())
                .doesNotHaveDuplicates();
        assertThat(bySource("inbox:")).hasSize(2 * FILES).doesNotHaveDuplicates();
        assertThat(Program.list(home.resolve("inbox"))).isEmpty();
    }

    @Test
    void aScheduleRunsOnceEachTimeAndGoesOnWhenANodeIsKilled() throws Exception {
        List<Long> runs = new CopyOnWriteArrayList<>();
        schedule(list(runs));
        Process doomed = node("a");
        node("b");
        Program.await("some runs", () -> runs.size() >= 3);
        doomed.toHandle().destroyForcibly();
        int before = runs.size();
        Program.await("more runs", () -> runs.size() >= before + 3);
        stopAll();

        assertThat(runs).as("the times that runs were for").doesNotHaveDuplicates();
        assertThat(bySource("schedule:list").size()).isBetween(before, runs.size());
    }

    /** A list that is different each time; notes what the run that asks for it is due for. */
    private String list(List<Long> runs) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/list.csv", exchange -> {
            runs.add(dueNext());
            byte[] list = ("id,isPrio\n" + Correspondent.ID + "01," + (runs.size() % 2 == 0) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/list.csv";
    }

    private long dueNext() throws IOException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select next_at from schedule_turn")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException unexpected) {
            throw new IOException(unexpected);
        }
    }

    private void schedule(String source) throws IOException {
        Files.writeString(
                home.resolve("schedules/list.camel.yaml"),
                """
                - templatedRoute:
                    routeTemplateRef: scheduled-sync
                    routeId: schedule-list
                    parameters:
                      - {name: name, value: list}
                      - {name: cron, value: "* * * * * ?"}
                      - {name: source, value: "%s"}
                      - {name: provider, value: awork}
                      - {name: operation, value: setprio}
                      - {name: guard, value: 100%%}
                """
                        .formatted(source));
    }

    private Process node(String name) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("BACTRIAN_QUEUE_URL", broker);
        Process node = program.start(
                environment,
                "run",
                "-Dbactrian.node.name=" + name,
                "-Dbactrian.node.lease=" + LEASE.toSeconds() + "s",
                "-Dbactrian.schedule-folder=" + home.resolve("schedules"),
                "-Dbactrian.connections.awork.requests-per-second=15",
                "-Dbactrian.connections.awork.settle-delay=200ms");
        nodes.add(node);
        Program.await(
                "node " + name,
                () -> Files.exists(home.resolve("state").resolve(name).resolve("run.json")));
        return node;
    }

    private void stopAll() {
        nodes.forEach(node -> node.toHandle().destroy());
        for (Process node : nodes) {
            Program.Run run = Program.finish(node);
            assertThat(run.exitCode()).as(run.err()).isIn(0, 137);
        }
        nodes.clear();
    }

    private int sent() {
        return simulators.awork().journal().changes().size();
    }

    private void drop(int from, int to) throws IOException {
        for (int file = from; file < to; file++) {
            program.drop(
                    "file-" + file + ".csv",
                    "provider,operation,id,text\nclose,update-task,task_n" + file + ",Text " + file + "\n");
        }
    }

    private List<String> bySource(String start) {
        return program.resultFolders().stream()
                .map(folder -> Program.json(folder.resolve("summary.json"))
                        .path("source")
                        .asText())
                .filter(source -> source.startsWith(start))
                .toList();
    }

    private static String[] names(int from, int to) {
        return IntStream.range(from, to).mapToObj(edit -> "edit-" + edit).toArray(String[]::new);
    }
}
