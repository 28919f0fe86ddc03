package bactrian.simulator;

import bactrian.simulator.awork.AworkService;
import bactrian.simulator.close.CloseService;
import bactrian.simulator.wire.Journal;
import bactrian.simulator.wire.Service;
import bactrian.simulator.wire.Simulator;
import bactrian.simulator.wire.Works;
import bactrian.simulator.yandextracker.YandexTrackerService;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The three providers as local servers on the loopback address, each with its own world, faults, rate limit and log.
 *
 * <p>They are as strict as the providers' documents: an invalid request is refused the way the provider would. Their
 * worlds are open: every well-formed id exists until something else is said (see {@link CloseService},
 * {@link AworkService} and {@link YandexTrackerService} for the ids that do not), so nothing needs to be seeded first.
 * Tests in other processes reach the same by HTTP under {@code /_simulator/} of each server.
 */
public final class Simulators implements AutoCloseable {

    private final Simulator close;
    private final Simulator awork;
    private final Simulator yandexTracker;

    private Simulators(SimulatorOptions options, List<Simulator> started) {
        this.close = start(new CloseService(works(options), journal(options)), options.closePort, options, started);
        this.awork = start(new AworkService(works(options), journal(options)), options.aworkPort, options, started);
        this.yandexTracker = start(
                new YandexTrackerService(works(options), journal(options), options.graceLooks),
                options.yandexTrackerPort,
                options,
                started);
        if (options.sample == SimulatorOptions.Sample.SMALL) {
            close.seed(SampleWorld.close());
            yandexTracker.seed(SampleWorld.yandexTracker());
        }
    }

    /** Starts all three. Fails with {@link java.io.UncheckedIOException} when a port is taken; then none is left running. */
    public static Simulators start(SimulatorOptions options) {
        // Header and body go out in two pieces: without this every answer waits for the client's delayed
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        List<Simulator> started = new ArrayList<>();
        try {
            return new Simulators(options, started);
        } catch (RuntimeException failed) {
            started.forEach(Simulator::close);
            throw failed;
        }
    }

    /** Starts all three with the usual options. */
    public static Simulators start() {
        return start(SimulatorOptions.standard());
    }

    /** Close. */
    public Simulator closeSimulator() {
        return close;
    }

    /** awork. */
    public Simulator awork() {
        return awork;
    }

    /** Yandex Tracker. */
    public Simulator yandexTracker() {
        return yandexTracker;
    }

    /** All three, in the order Close, awork, Yandex Tracker. */
    public List<Simulator> all() {
        return List.of(close, awork, yandexTracker);
    }

    /** Base URL of the Close simulator; ends in {@code /api/v1}. */
    public URI closeUrl() {
        return close.url();
    }

    /** Base URL of the awork simulator; ends in {@code /api/v1}. */
    public URI aworkUrl() {
        return awork.url();
    }

    /** Base URL of the Yandex Tracker simulator; ends in {@code /v3}. */
    public URI yandexTrackerUrl() {
        return yandexTracker.url();
    }

    /** Stops all three and their threads. */
    @Override
    public void close() {
        all().forEach(Simulator::close);
    }

    private static Simulator start(Service service, int port, SimulatorOptions options, List<Simulator> started) {
        Simulator simulator = new Simulator(service, port, options.requestsPerSecond, options.logged, options.clock);
        started.add(simulator);
        return simulator;
    }

    private static Works works(SimulatorOptions options) {
        return new Works(options.clock, options.pace);
    }

    private static Journal journal(SimulatorOptions options) {
        return new Journal(options.journalled);
    }
}
