package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.postgres.PostgresServer;
import bactrian.simulator.SimulatorOptions;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import bactrian.simulator.wire.Pace;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes share one ledger in PostgreSQL and the folders of one home, and send to many connections. */
class ClusterIT {
    private static final boolean SOAK = Integer.getInteger("bactrian.cluster.rows") != null;
    private static final int CONNECTIONS = SOAK ? 30 : 9;

    /** So many that nodes which keep a rate each for itself are through within the window. */
    private static final int ROWS = Integer.getInteger("bactrian.cluster.rows", 24);

    private static final double RATE = 4;
    private static final Duration SLOW = Duration.ofSeconds(2);
    /** Long enough that what is late on its way does not count. */
    private static final Duration WINDOW = Duration.ofSeconds(4);

    @TempDir
    private Path home = Path.of("");

    private final PostgresServer postgres = PostgresServer.shared();
    private final PostgresServer.Database database = postgres.database();
    private final List<Simulators> worlds = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Process> nodes = new ArrayList<>();
    private final Standstill standstill = Standstill.watched();
    private Program program = new Program(home, simulators());

    /** The first start of a build prepares faster ones; a node that is busy with that is no node yet. */
    @BeforeEach
    void prepare() throws IOException {
        while (worlds.size() < CONNECTIONS / 3) {
            simulators();
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            accounts.add(new Account(i, worlds.get(i / 3).all().get(i % 3), ROWS));
        }
        program = new Program(home, worlds.get(0));
        program.run("codes");
        Files.createDirectories(home.resolve("inbox"));
    }

    private Simulators simulators() {
        Simulators world = Simulators.start(SimulatorOptions.standard().pace(new Pace.Time(Duration.ofMillis(300))));
        worlds.add(world);
        return world;
    }

    @AfterEach
    void stop() {
        nodes.forEach(Process::destroyForcibly);
        worlds.forEach(Simulators::close);
        standstill.close();
    }

    @Test
    void whatADeadNodeLeavesIsTakenOverAndTogetherTheyKeepEveryRate() throws Exception {
        configure(RATE);
        Process doomed = node("a");
        node("b");
        node("c");
        Program.await("three nodes", () -> Stream.of("a", "b", "c").allMatch(this::isRunning));
        for (Account account : accounts) {
            program.drop(account.fileName(), account.document());
        }
        Program.await("a third of the calls", () -> requests() > CONNECTIONS * ROWS / 3);
        doomed.toHandle().destroyForcibly();
        Program.await("all results", () -> program.resultFolders().size() >= CONNECTIONS);
        List<Program.Run> ended = stopAll();

        assertThat(ended)
                .allSatisfy(run -> assertThat(run.exitCode()).as(run.err()).isIn(0, 137));
        Map<String, Path> results = resultsBySource();
        int unknown = 0;
        double seconds = WINDOW.plus(standstill.longest()).toMillis() / 1e3;
        for (Account account : accounts) {
            unknown += account.verify(results.getOrDefault("inbox:" + account.fileName(), home.resolve("nothing")));
            assertThat(account.fullest(WINDOW) / RATE / seconds)
                    .as("%s: more than its rate; 1.5 where each node kept it for itself", account)
                    .isLessThan(1.2);
        }
        System.out.println("ClusterIT: " + unknown + " of " + CONNECTIONS * ROWS + " unknown after a kill");
    }

    @Test
    void whatIsInHandWhileTheDatabaseIsAwayIsRecordedWhenItIsBack() throws Exception {
        List<Account> few = accounts.subList(0, 6);
        configure(RATE);
        try (PostgresServer mortal = PostgresServer.own()) {
            Process node = node("a", mortal.database());
            Program.await("the node", () -> isRunning("a"));
            for (Account account : few) {
                program.drop(account.fileName(), account.document());
            }
            Program.await("some calls", () -> requests() > few.size() * ROWS / 3);
            mortal.kill();
            long before = requests();
            Program.await("calls in flight are through, or were refused a claim", () -> settledDown(before));
            mortal.revive();
            Program.await("all results", () -> program.resultFolders().size() >= few.size());
            assertThat(stopAll())
                    .allSatisfy(run -> assertThat(run.exitCode()).as(run.err()).isZero());
        }

        Map<String, Path> results = resultsBySource();
        for (Account account : few) {
            int unknown = account.verify(results.getOrDefault("inbox:" + account.fileName(), home.resolve("nothing")));
            assertThat(unknown).as("%s: its answers were kept", account).isZero();
        }
    }

    @Test
    void commandsWorkWhereNoNodeDoesAndSayWhenTheDatabaseIsAway() throws Exception {
        Path file = Files.writeString(
                home.resolve("one.csv"), "provider,operation,id,text\nclose,update-task,task_1,Hello\n");

        Program.Run applied = program.run(at(database.url()), "apply", "--capture", file.toString());
        Program.Run undone = program.run(at(database.url()), "undo", "--yes", job());
        Program.Run jobs = program.run(at(database.url()), "jobs", "--json");
        Program.Run away = program.run(at("jdbc:postgresql://127.0.0.1:1/nowhere"), "jobs");

        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(undone.exitCode()).as(undone.err()).isZero();
        assertThat(jobs.json().path("jobs")).hasSize(2);
        assertThat(away.exitCode()).as(away.err()).isEqualTo(3);
        assertThat(away.err()).contains("cannot be reached").contains("BACTRIAN_LEDGER_URL");
    }

    private String job() {
        return program.results().getFileName().toString();
    }

    /** A second passes in which nothing is sent. */
    private boolean settledDown(long before) {
        long now = requests();
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        return now >= before && requests() == now;
    }

    /** A ratio, and yet only as good as the machine is quiet: {@code mvn verify -P soak -Dit.test=ClusterIT}. */
    @Test
    @EnabledIfSystemProperty(named = "bactrian.cluster.rows", matches = ".+")
    void threeNodesDoTwoAndAHalfTimesTheWorkOfOneWhereTheProviderIsSlow() throws Exception {
        worlds.stream().flatMap(world -> world.all().stream()).forEach(one -> one.faults()
                .add(Fault.once(Effect.DELAY_BEFORE).sometimes(1, 1).pausing(SLOW)));
        configure(1000, "max-concurrent-calls=1");
        for (Account account : accounts) {
            program.drop(account.fileName(), account.document());
        }
        double alone = requestsASecond("a");
        double together = requestsASecond("b", "c", "d");

        System.out.printf("ClusterIT: %.1f requests/s alone, %.1f by three%n", alone, together);
        assertThat(together / alone).isGreaterThanOrEqualTo(2.5);
    }

    private double requestsASecond(String... names) {
        for (String name : names) {
            node(name);
        }
        long first = requests() + 2L * CONNECTIONS * names.length;
        Program.await("all are at it", () -> Stream.of(names).allMatch(this::isRunning) && requests() >= first);
        long from = System.nanoTime();
        long before = requests();
        Program.await("some hundred requests", () -> requests() >= before + 15L * CONNECTIONS);
        double rate = (requests() - before) / ((System.nanoTime() - from) / 1e9);
        stopAll();
        return rate;
    }

    private void configure(double rate, String... more) throws IOException {
        Path config = Files.createDirectories(home.resolve("config"));
        Path connections = Files.createDirectories(config.resolve("connections"));
        Files.copy(Path.of("config/application.properties"), config.resolve("application.properties"));
        for (Account account : accounts) {
            account.configure(connections, rate, more);
        }
    }

    private Process node(String name) {
        return node(name, database);
    }

    private Process node(String name, PostgresServer.Database database) {
        Process node = program.start(
                at(database.url()),
                "run",
                "--config",
                home.resolve("config").toString(),
                "-Dbactrian.node.name=" + name,
                "-Dbactrian.queue.enabled=false",
                "-Dbactrian.node.lease=8s");
        nodes.add(node);
        return node;
    }

    private Map<String, String> at(String ledger) {
        return new HashMap<>(new PostgresServer.Database("any", ledger, database.user()).environment());
    }

    private boolean isRunning(String node) {
        return Files.exists(home.resolve("state").resolve(node).resolve("run.json"));
    }

    private long requests() {
        return accounts.stream()
                .mapToLong(account -> account.simulator().log().total())
                .sum();
    }

    private List<Program.Run> stopAll() {
        nodes.forEach(node -> node.toHandle().destroy());
        List<Program.Run> runs = nodes.stream().map(Program::finish).toList();
        nodes.clear();
        return runs;
    }

    private Map<String, Path> resultsBySource() {
        Map<String, Path> folders = new HashMap<>();
        for (Path folder : program.resultFolders()) {
            JsonNode summary = Program.json(folder.resolve("summary.json"));
            Path before = folders.put(summary.path("source").asText(), folder);
            assertThat(before).as("a second job of %s", summary).isNull();
        }
        return folders;
    }
}
