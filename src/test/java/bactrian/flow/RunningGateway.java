package bactrian.flow;

import bactrian.broker.BrokerState;
import bactrian.broker.OpeningBroker;
import bactrian.config.Home;
import bactrian.config.Settings;
import bactrian.dispatch.Lanes;
import bactrian.dispatch.Lease;
import bactrian.dispatch.Timekeeper;
import bactrian.instruction.Instructions;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Connections;
import bactrian.operation.Holds;
import bactrian.operation.InvalidRows;
import bactrian.plan.Archive;
import bactrian.plan.HeldJobs;
import bactrian.plan.Intake;
import bactrian.plan.JobPlanner;
import bactrian.plan.Planner;
import bactrian.plan.PostRoom;
import bactrian.proof.LookingFirst;
import bactrian.provider.Providers;
import bactrian.results.DeadLetters;
import bactrian.results.Endings;
import bactrian.results.FormulaGuard;
import bactrian.results.JobResults;
import bactrian.schedule.ScheduleFiles;
import bactrian.schedule.Timetable;
import bactrian.web.Parts;
import bactrian.web.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** The gateway with its real routes over a home of its own. */
final class RunningGateway implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Timekeeper REAL = Timekeeper.of(InstantSource.system());

    private final Home home;
    private final Ledger ledger;
    private final Intake intake;
    private final Lanes lanes;
    private final Gateway gateway;
    private final Site site;

    RunningGateway(GatewaySetup setup, Connections connections) {
        home = new Home(setup.root);
        try {
            home.prepare();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Providers providers = setup.providers;
        Timekeeper time = setup.time;
        Settings settings = setup.settings(home, connections);
        ledger = Ledger.open(LedgerPlace.sqlite(home.ledger()), time);
        Archive archive = new Archive(home.archive(), settings.charset(), settings.zone());
        DeadLetters deadLetters = new DeadLetters(home.deadLetter(), time);
        Planner planner = new Planner(
                new Instructions(providers.catalogue(), connections),
                providers.catalogue(),
                connections,
                home.state().resolve("scratch"));
        Lease lease = Lease.join(
                ledger.nodes(), time, settings.node().name(), settings.node().lease());
        lanes = new Lanes(connections, providers, ledger, lease, time, new Random(1));
        intake = new Intake(ledger, home.archive(), time, new Random(1));
        Timetable timetable = new Timetable(
                new ScheduleFiles(home.root().resolve("schedules")),
                ledger,
                settings,
                home.root(),
                home.state().resolve("scratch"));
        Stages stages = new Stages(
                intake,
                new PostRoom(
                        intake,
                        ledger,
                        new Instructions(providers.catalogue(), connections),
                        settings.zone(),
                        setup.queue.collect(),
                        Holds.NONE,
                        time),
                new JobPlanner(
                        ledger,
                        archive,
                        planner,
                        connections,
                        settings.missing(),
                        InvalidRows.SKIP,
                        (job, problem, findings) -> deadLetters.write(
                                job.id(),
                                archive.document(job).path(),
                                problem,
                                findings.problems(),
                                findings.problemCount()),
                        Holds.NONE,
                        new HeldJobs(home.held(), connections),
                        new LookingFirst(
                                providers,
                                connections,
                                home.archive(),
                                home.state().resolve("scratch"))),
                lease,
                lanes,
                new JobResults(ledger, archive::document, home.results(), time, FormulaGuard.OFF),
                new MappingFiles(settings.mappings()),
                timetable,
                new Endings(ledger, archive::document, home.results(), deadLetters),
                ledger.tellings(),
                time);
        gateway = new Gateway(stages, RouteFiles.in(setup.routes), home, settings, Gateway.Part.WORK_AND_SOURCES);
        if (setup.queue.offered()) {
            gateway.receiving(OpeningBroker.begin(setup.queue, home.broker()));
        }
        setup.collector.ifPresent(gateway::tracedTo);
        site = Site.of(new Parts(
                settings,
                home,
                ledger,
                intake,
                planner,
                providers,
                lanes,
                Inquiries.within(lanes, providers, Optional.empty()),
                timetable,
                time));
        setup.http.ifPresent(http -> gateway.serving(site, http));
    }

    void start() {
        gateway.start();
    }

    /** Where the broker is reached. */
    String broker() {
        return gateway.queue().orElseThrow().address();
    }

    BrokerState brokerState() {
        return gateway.queue().orElseThrow();
    }

    URI http() {
        return gateway.http().orElseThrow();
    }

    Site site() {
        return site;
    }

    Ledger ledger() {
        return ledger;
    }

    Intake intake() {
        return intake;
    }

    Lanes lanes() {
        return lanes;
    }

    Home home() {
        return home;
    }

    /** Puts a file into the inbox as somebody would who knows how: whole, by one rename. */
    void drop(String name, String text) throws IOException {
        Path file = home.inbox().resolve(name);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling("." + file.getFileName());
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The only job, once it has ended. */
    Job end() throws InterruptedException {
        until(() -> ledger.jobs().newest(1).stream().anyMatch(job -> job.state().ended()));
        return ledger.jobs().newest(1).get(0);
    }

    /** The id of a job that was accepted over HTTP, once it has ended. */
    String ended(Client.Answer accepted) throws IOException, InterruptedException {
        String id = accepted.json().path("job").asText();
        until(() -> ledger.jobs().find(id).filter(job -> job.state().ended()).isPresent());
        return id;
    }

    String result(Job job, String file) throws IOException {
        return Files.readString(home.results().resolve(job.id()).resolve(file));
    }

    static void until(BooleanSupplier condition) throws InterruptedException {
        until(condition, LONGEST);
    }

    static void until(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long end = REAL.nanos() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (REAL.nanos() > end) {
                throw new AssertionError("It did not come about within " + atMost + ".");
            }
            REAL.await(new CountDownLatch(1), Duration.ofMillis(10));
        }
    }

    @Override
    public void close() {
        gateway.close();
        ledger.close();
    }
}
