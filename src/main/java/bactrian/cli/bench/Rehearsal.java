package bactrian.cli.bench;

import bactrian.cli.Commands;
import bactrian.cli.House;
import bactrian.config.Home;
import bactrian.config.HomeLock;
import bactrian.config.Settings;
import bactrian.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Goes through what users do often, on a sample file and a server of its own, so that all its classes are loaded. */
public final class Rehearsal {
    private static final int ROWS = 20;

    private Rehearsal() {}

    /** Plans, applies and lists. @param scratch for a home and a file */
    public static void commands(House house, Path scratch) throws IOException {
        StandIn server = StandIn.open();
        Thread serving = new Thread(() -> serve(server), "stand-in");
        serving.setDaemon(true);
        serving.start();
        Path file = Sample.AWORK.write(scratch, ROWS);
        String url = "-Dbactrian.connections.awork.base-url=http://127.0.0.1:" + server.port();
        String home = "--home=" + scratch.resolve("home");
        String token = "-Dbactrian.connections.awork.token=rehearsal";
        command(house, "--help"); // makes all commands
        command(house, "operations");
        command(house, "plan", file.toString());
        command(house, "plan", "--json", file.toString());
        command(house, "apply", "--yes", home, url, token, file.toString());
        command(house, "jobs", home);
    }

    /** Starts the service and stops it. @param home of nobody else */
    public static void service(House house, Settings settings, Home home) throws IOException {
        home.prepare();
        HomeLock lock = HomeLock.take(home).orElseThrow();
        try (lock;
                Ledger ledger = house.ledger(settings, home)) {
            house.intake(ledger, home).repair();
            house.work(settings, home, ledger, House.Sources.ALL).close();
        }
    }

    private static void command(House house, String... arguments) {
        List<String> line = new ArrayList<>(Arrays.asList(arguments));
        Commands.execute(house, line.toArray(String[]::new));
    }

    private static void serve(StandIn server) {
        try {
            server.serve();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
