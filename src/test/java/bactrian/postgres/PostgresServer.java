package bactrian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bactrian.network.ReservedPort;
import bactrian.plan.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL on a free port of the loopback address, for tests. It refuses to run as root, so that root starts it
 * as somebody else. Where there are no programs for the platform, the test that asks for one is skipped.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "bactrian";
    private static final int SECONDS = 60;

    private final Path programs;
    private final Path data;
    private final ReservedPort port;
    private final AtomicInteger databases = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Process process;

    private PostgresServer(Path programs, Path data, ReservedPort port, Process process) {
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    private static final class Shared {
        private static final PostgresServer SERVER = start();
    }

    /** The one that all tests of this process share; it ends with the process. Each test takes a database of its own. */
    public static PostgresServer shared() {
        assumeTrue(PostgresPrograms.there(), PostgresPrograms.MISSING);
        return Shared.SERVER;
    }

    /** One for a test that stops it. */
    public static PostgresServer own() {
        assumeTrue(PostgresPrograms.there(), PostgresPrograms.MISSING);
        return start();
    }

    private static PostgresServer start() {
        try {
            Path programs = PostgresPrograms.unpacked();
            LeftBehind.remove();
            Path data = LeftBehind.create();
            Somebody.own(data);
            run(
                    programs,
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    USER,
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--no-locale",
                    "-N");
            ReservedPort port = new ReservedPort();
            PostgresServer server = new PostgresServer(programs, data, port, launch(programs, data, port));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-stop"));
            server.awaitReady();
            return server;
        } catch (IOException problem) {
            throw new IllegalStateException("PostgreSQL cannot be started: " + problem.getMessage(), problem);
        }
    }

    private static Process launch(Path programs, Path data, ReservedPort port) throws IOException {
        return Somebody.command(
                        programs.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port.number()),
                        "-h",
                        "127.0.0.1",
                        "-k",
                        "",
                        "-c",
                        "fsync=off",
                        "-c",
                        "max_connections=100",
                        "-c",
                        "max_prepared_transactions=10")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile())
                .start();
    }

    private static void run(Path programs, String program, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("bin/" + program).toString()));
        command.addAll(List.of(arguments));
        Process process = Somebody.command(command.toArray(String[]::new))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            try (Connection ready = DriverManager.getConnection(url("postgres"), USER, "")) {
                assertThat(ready.isValid(SECONDS)).isTrue();
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline || endedWithin(50)) {
                    throw new IOException(Files.readString(data.resolve("server.log")), notYet);
                }
            }
        }
    }

    private boolean endedWithin(int millis) throws IOException {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /** A new, empty database. */
    public Database database() {
        String name = "test" + databases.incrementAndGet();
        execute("create database " + name);
        return new Database(name, url(name), USER);
    }

    /** @param url for JDBC, without user; any password will do */
    public record Database(String name, String url, String user) {

        /** What makes a program keep its ledger here. */
        public Map<String, String> environment() {
            return Map.of(
                    "BACTRIAN_LEDGER_URL", url,
                    "BACTRIAN_LEDGER_USER", user,
                    "BACTRIAN_LEDGER_PASSWORD", "any");
        }

        /** As an operator would in {@code psql}. */
        public void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(url, user, "");
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException problem) {
                throw new IllegalStateException(sql + ": " + problem.getMessage(), problem);
            }
        }
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port.number() + "/" + name;
    }

    /** As an operator would in {@code psql}. */
    public void execute(String sql) {
        new Database("postgres", url("postgres"), USER).execute(sql);
    }

    /** All its processes die at once, as when the power fails. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        all.forEach(each -> each.onExit().join());
    }

    /** Starts again with what it had, on the same port. */
    public void revive() throws IOException {
        process = launch(programs, data, port);
        awaitReady();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            kill();
            port.close();
            Tree.delete(data);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            System.err.println("left behind: " + data + " (" + left.getMessage() + ")");
        }
    }
}
