package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Journal;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scheduled jobs with the real program: by the clock and by hand, from files, over HTTP and from a database. */
class ScheduleIT {
    private static final String ID = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c";

    @TempDir
    private Path home = Path.of("");

    @Test
    void whatIsDueIsRunAndOnlyWhatHasChangedIsSent() throws Exception {
        Path list = replace(home.resolve("list.csv"), "id,isPrio\n" + ID + "01,true\n" + ID + "02,true\n");
        schedule("tick", "* * * * * ?", list.toString(), "100%", "");
        try (Simulators simulators = Simulators.start()) {
            Process service = new Program(home, simulators).start("run", folder(), "-Dbactrian.http.port=0");
            try {
                Program.await("both rows", () -> sent(simulators).size() >= 2);
                Program.await("a run without changes", () -> skipped() == 2);

                replace(list, "id,isPrio\n" + ID + "01,true\n" + ID + "02,false\n");

                Program.await("the changed row", () -> sent(simulators).size() >= 3);
            } finally {
                service.destroy();
                assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(sent(simulators)).containsExactly(ID + "01", ID + "02", ID + "02");
            assertThat(turns()).as("its runs were taken in the ledger").isEqualTo(1);
        }
    }

    @Test
    void aQueryIsSyncedAndTheGuardHoldsARunThatChangesTooMuch() throws Exception {
        String database = "jdbc:sqlite:" + home.resolve("people.db");
        execute(database, "create table task (uuid text, urgent boolean)");
        execute(database, "insert into task values ('" + ID + "01', 1), ('" + ID + "02', 1), ('" + ID + "03', 0)");
        schedule(
                "people",
                "0 0 0 1 1 ? 2099",
                database,
                "30%",
                "      - {name: query, value: 'select uuid as id, urgent as isPrio from task'}\n");
        try (Simulators simulators = Simulators.start()) {
            Program program = new Program(home, simulators);
            Program.Run first = program.run("schedule", "people", "--now", folder());
            execute(database, "update task set urgent = 1 - urgent where uuid <> '" + ID + "01'");

            Program.Run held = program.run("schedule", "people", "--now", "--json", folder());
            Program.Run again = program.run("schedule", "people", "--now", folder());
            Program.Run approved = program.run(
                    "approve", held.json().path("jobs").path(0).path("job").asText());
            Program.Run unchanged = program.run("schedule", "people", "--now", "--json", folder());

            assertThat(first.exitCode()).as(first.out() + first.err()).isZero();
            assertThat(held.exitCode()).as(held.out() + held.err()).isEqualTo(2);
            assertThat(held.out()).contains("2 of 3 known targets");
            assertThat(again.exitCode()).isEqualTo(2);
            assertThat(again.err()).contains("is held");
            assertThat(approved.exitCode()).as(approved.out() + approved.err()).isZero();
            assertThat(unchanged.json().at("/jobs/0/rows/skipped").asInt())
                    .as(unchanged.out() + unchanged.err())
                    .isEqualTo(3);
            assertThat(sent(simulators)).hasSize(5);
        }
    }

    @Test
    void anAnswerOverHttpIsReadThroughAMapping() throws Exception {
        Path config = copy(Path.of("config"), home.resolve("config"));
        Files.createDirectories(config.resolve("mappings"));
        Files.writeString(
                config.resolve("mappings/crm.yaml"),
                """
                provider: awork
                operation: setprio
                columns: {key: id, heat: {to: isPrio, values: {hot: true, cold: false}}}
                """);
        HttpServer server = serve(
                "Bearer sesame",
                "[{\"key\": \"" + ID + "01\", \"heat\": \"hot\"}, {\"key\": \"x\", \"heat\": \"hot\"}]");
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/list";
        schedule("crm", "0 0 0 1 1 ? 2099", address, "30%", "      - {name: mapping, value: crm}\n");
        Path secret = Files.writeString(home.resolve("secret"), "Bearer sesame");
        try (Simulators simulators = Simulators.start()) {
            Program program = new Program(home, simulators);

            Program.Run refused = program.run("schedule", "crm", "--now", folder(), "--config=" + config);
            Program.Run run = program.run(
                    "schedule",
                    "crm",
                    "--now",
                    folder(),
                    "--config=" + config,
                    "-Dbactrian.schedules.crm.authorization-file=" + secret);

            assertThat(refused.exitCode()).as(refused.out() + refused.err()).isEqualTo(3);
            assertThat(refused.err()).contains("answered 401");
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
            assertThat(sent(simulators)).containsExactly(ID + "01");
            assertThat(program.results().resolve("failed.csv"))
                    .content()
                    .contains("awork,setprio,x,true,invalid-value");
        } finally {
            server.stop(0);
        }
    }

    private long turns() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("state/ledger.db"));
                Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("select count(*) from schedule_turn where schedule = 'tick'")
                    .getLong(1);
        }
    }

    private String folder() {
        return "-Dbactrian.schedule-folder=" + home.resolve("schedules");
    }

    private void schedule(String name, String cron, String source, String guard, String more) throws IOException {
        Path folder = Files.createDirectories(home.resolve("schedules"));
        Files.writeString(
                folder.resolve(name + ".camel.yaml"),
                "- templatedRoute:\n    routeTemplateRef: scheduled-sync\n    routeId: schedule-" + name
                        + "\n    parameters:\n      - {name: name, value: " + name + "}\n      - {name: cron, value: '"
                        + cron + "'}\n      - {name: source, value: '" + source + "'}\n      - {name: guard, value: "
                        + guard
                        + "}\n      - {name: provider, value: awork}\n      - {name: operation, value: setprio}\n"
                        + more);
    }

    private static List<String> sent(Simulators simulators) {
        return simulators.awork().journal().changes().stream()
                .map(Journal.Change::id)
                .toList();
    }

    /** Of the newest results. */
    private int skipped() {
        List<Path> results = Program.list(home.resolve("results"));
        return results.isEmpty()
                ? 0
                : Program.json(results.get(results.size() - 1).resolve("summary.json"))
                        .at("/rows/skipped")
                        .asInt();
    }

    private static Path replace(Path file, String text) throws IOException {
        Path half = Files.writeString(file.resolveSibling(".half"), text);
        return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static HttpServer serve(String authorization, String json) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/list", exchange -> {
            boolean known = authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = (known ? json : "no").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
