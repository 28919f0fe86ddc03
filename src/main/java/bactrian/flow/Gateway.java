package bactrian.flow;

import bactrian.broker.Broker;
import bactrian.broker.BrokerState;
import bactrian.broker.OpeningBroker;
import bactrian.config.Home;
import bactrian.config.HttpSettings;
import bactrian.config.Settings;
import bactrian.operation.Connection;
import bactrian.web.Site;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** The routes, running. Work is kept in the ledger only: what is not finished when this closes goes on at the next start. */
public final class Gateway implements AutoCloseable {

    /** Which routes run. */
    public enum Part {
        /** Plan, send and write results: what is in the ledger. */
        WORK,
        /** The same, and take in from every source. */
        WORK_AND_SOURCES
    }

    /** Time for recording answers after the slowest of them is in. */
    private static final Duration RECORDING = Duration.ofSeconds(10);

    /** {@code idle.wait} of the routes, in milliseconds: who waits for work looks up so often, and a stop waits for it. */
    private static final int IDLE_WAIT = 250;

    private final Stages stages;
    private final RouteFiles routes;
    private final Part part;
    private final Main main = new Main();
    private final Faults faults = new Faults(System::nanoTime);
    private final ReportFault reportFault = new ReportFault(faults);
    private final Workers workers = new Workers(new LaneJourney(main, reportFault));
    private final Bell bell;
    private Optional<HttpDoor> door = Optional.empty();
    private Optional<QueueDoor> queue = Optional.empty();
    private Optional<Tracing> tracing = Optional.empty();

    public Gateway(Stages stages, RouteFiles routes, Home home, Settings settings, Part part) {
        this.stages = stages;
        this.routes = routes;
        this.part = part;
        this.bell = new Bell(stages.lanes(), workers);
        // Signals are heeded by the command. Camel's own hook would hold up the very stop that it waits for.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.configure()
                .withName("bactrian")
                .withJmxEnabled(false)
                .withStreamCachingEnabled(false)
                .withShutdownTimeout((int) patience().toSeconds())
                .withShutdownLogInflightExchangesOnTimeout(false)
                .withShutdownSuppressLoggingOnTimeout(true);
        main.configure().setStartupSummaryLevel(StartupSummaryLevel.Off);
        main.setPropertyPlaceholderLocations("false");
        settings.routes().forEach(main::addInitialProperty);
        main.addInitialProperty("inbox.folder", home.inbox().toString());
        main.addInitialProperty("idle.wait", String.valueOf(IDLE_WAIT));
        Steps.bind(main, stages, bell, reportFault, settings);
        main.bind("ended", new EndedComponent(stages.tellings(), stages.endings(), stages.clock()));
        QuartzSetup.bind(main);
        main.bind("http", new LateTlsComponent());
        main.bind("https", new LateTlsComponent());
        stages.lanes().all().forEach(lane -> ProviderClient.bind(main, lane, settings.proxy()));
        main.configure().addRoutesBuilder(new LaneRoutes(stages.lanes(), stages.lease()));
    }

    /** Is to serve over HTTP, too. To be said before the start. */
    public Gateway serving(Site site, HttpSettings http) {
        door = Optional.of(HttpDoor.bind(main, site, http));
        return this;
    }

    /**
     * Is to take messages and answer them, too. To be said before the start, which waits for the broker when the routes are
     * made.
     *
     * @param broker is closed with this
     */
    public Gateway receiving(OpeningBroker broker) {
        queue = Optional.of(QueueDoor.bind(main, broker));
        return this;
    }

    /** How the broker is doing, where messages are taken, once started. */
    public Optional<BrokerState> queue() {
        return queue.map(QueueDoor::broker).map(Broker::state);
    }

    /** What keeps messages from coming in, once started. */
    public Optional<String> queueTrouble() {
        return queue.map(QueueDoor::broker).flatMap(Broker::trouble);
    }

    /** Is to tell a collector what the routes do. To be said before the start. @param collector see {@link Tracing} */
    public Gateway tracedTo(URI collector) {
        tracing = Optional.of(Tracing.bind(main, collector));
        return this;
    }

    /** Where it is served over HTTP, once started. */
    public Optional<URI> http() {
        return door.map(HttpDoor::address);
    }

    /**
     * Goes on with what the ledger holds, and takes in what comes.
     *
     * @throws bactrian.broker.BrokerUnavailable with what is wrong with the broker and what to do
     * @throws GatewayBroken when a route file cannot be loaded or a route cannot be started, or a port
     *     is taken
     */
    public void start() {
        routes.fault().ifPresent(fault -> {
            throw GatewayBroken.byRoutes(fault);
        });
        door.ifPresent(HttpDoor::requirePort);
        main.configure()
                .withRoutesIncludePattern(
                        routes.patternOf(part, queue.isPresent() ? Set.of() : Set.of(RouteFiles.QUEUE)));
        stages.lanes().recover();
        make();
        queue.ifPresent(QueueDoor::open);
        try {
            main.start();
        } catch (Exception broken) { // Camel declares nothing narrower.
            throw new GatewayBroken(broken);
        }
    }

    /** Has Camel read and make the routes, which is half of its start and needs no broker. */
    private void make() {
        try {
            main.init();
            main.getCamelContext().init();
        } catch (Exception broken) {
            throw new GatewayBroken(broken);
        }
    }

    /** What keeps work from going on, and has for a while. */
    public Optional<String> trouble() {
        return faults.lasting();
    }

    /** A job was recorded or released by somebody else: looks for it at once instead of within a second. */
    public void wake() {
        bell.wake();
    }

    /** Takes nothing more, settles the calls in flight, stops. */
    @Override
    public void close() {
        stages.lanes().close();
        workers.dismiss(Duration.ofMillis(IDLE_WAIT)); // of calls in flight Camel asks once a second only
        main.stop();
        workers.close();
        queue.ifPresent(QueueDoor::close);
        tracing.ifPresent(Tracing::close);
        stages.lease().close();
    }

    private Duration patience() {
        return stages.lanes().all().stream()
                .map(lane -> slowest(lane.connection()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .plus(RECORDING);
    }

    private static Duration slowest(Connection connection) {
        return connection.limits().connectTimeout().plus(connection.limits().responseTimeout());
    }
}
