package bactrian.cli.bench;

import bactrian.cli.House;
import bactrian.config.Home;
import bactrian.config.Settings;
import bactrian.flow.BareStart;
import bactrian.flow.PlainRoute;
import bactrian.simulator.SimulatorOptions;
import bactrian.simulator.Simulators;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What the processes of the benchmark do, each of them one of these. Each prints what it has to say as one line of JSON. */
public final class Parts {
    private final PrintWriter out;

    /**
     * The process does not outlive whoever started it and holds the other end of standard input.
     *
     * @param out standard output
     */
    public Parts(PrintWriter out) {
        this.out = out;
        Thread tether = new Thread(Parts::endWithInput, "tether");
        tether.setDaemon(true);
        tether.start();
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said; that it ends is.
            }
        } catch (IOException gone) {
            // The same.
        }
        Runtime.getRuntime().halt(0);
    }

    /** A server that answers at once. Does not return. */
    public void standIn() throws IOException {
        StandIn server = StandIn.open();
        out.println(JsonNodeFactory.instance.objectNode().put("port", server.port()));
        server.serve();
    }

    /** A simulated Close that allows so many requests a second. Does not return. */
    public void simulator(double requestsPerSecond) throws InterruptedException {
        try (Simulators simulators =
                Simulators.start(SimulatorOptions.standard().requestsPerSecond(requestsPerSecond))) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("url", simulators.closeUrl().toString()));
            new CountDownLatch(1).await();
        }
    }

    /** Bactrian. @param files the last one is measured; those before warm up */
    public void job(House house, Settings settings, Home home, List<Path> files) throws IOException {
        out.println(new JobPart(house, settings, home).run(files).json());
    }

    /** The bare loop. */
    public void floor(String provider, String url, int workers, List<Path> files) throws Exception {
        Sample sample = Sample.of(provider);
        Floor floor = new Floor(sample, new BareClient(url, workers), workers);
        measure(files, floor::run);
    }

    /** A plain Camel route, for Close's file. */
    public void plain(String url, int workers, List<Path> files) throws Exception {
        measure(files, file -> PlainRoute.send(file, url, workers));
    }

    /** Camel, web server and broker with nothing in them. Does not return. @param home for the broker's messages */
    public void bareStart(Home home) throws Exception {
        BareStart started = BareStart.now(home.root().resolve("queue"));
        try (started) {
            out.println(JsonNodeFactory.instance.objectNode().put("ready", true));
            new CountDownLatch(1).await();
        }
    }

    /** Sends a file. @return how many calls were made */
    private interface Sender {
        int send(Path file) throws Exception;
    }

    private void measure(List<Path> files, Sender sender) throws Exception {
        for (Path warmUp : files.subList(0, files.size() - 1)) {
            sender.send(warmUp);
        }
        Stopwatch watch = Stopwatch.start();
        int calls = sender.send(files.get(files.size() - 1));
        watch.stop();
        double seconds = watch.seconds();
        double cpu = watch.cpuSeconds();
        out.println(new Measured(0, calls, 0, seconds, seconds, cpu, cpu, Usage.peakBytes()).json());
    }
}
