package bactrian;

import bactrian.broker.OpeningBroker;
import bactrian.cli.House;
import bactrian.cli.Terminal;
import bactrian.cli.Works;
import bactrian.config.Flaw;
import bactrian.config.Home;
import bactrian.config.Settings;
import bactrian.dispatch.ForwardClock;
import bactrian.dispatch.Inquiry;
import bactrian.dispatch.Lanes;
import bactrian.dispatch.Lease;
import bactrian.dispatch.Timekeeper;
import bactrian.flow.Gateway;
import bactrian.flow.Inquiries;
import bactrian.flow.RouteFiles;
import bactrian.flow.Stages;
import bactrian.instruction.Instructions;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.ledger.Ledger;
import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.plan.Archive;
import bactrian.plan.HeldJobs;
import bactrian.plan.Intake;
import bactrian.plan.JobPlanner;
import bactrian.plan.Planner;
import bactrian.plan.PostRoom;
import bactrian.plan.Refusals;
import bactrian.proof.LookingFirst;
import bactrian.provider.Providers;
import bactrian.results.DeadLetters;
import bactrian.results.Endings;
import bactrian.results.FormulaGuard;
import bactrian.results.JobResults;
import bactrian.schedule.ScheduleFiles;
import bactrian.schedule.Timetable;
import bactrian.web.HealthCheck;
import bactrian.web.Parts;
import bactrian.web.Site;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Puts the house together, top to bottom. The only class that sees all of it. */
final class Wiring implements House {

    private final InstantSource clock = new ForwardClock(InstantSource.system(), System::nanoTime);
    private final Random random = new Random();
    private final Providers providers = Providers.shipped();
    private final Catalogue catalogue = providers.catalogue();

    @Override
    public Path folder() {
        return Path.of(System.getProperty("bactrian.folder", "")).toAbsolutePath();
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Optional<Terminal> terminal() {
        return Boolean.getBoolean("bactrian.terminal") ? Optional.of(new Terminal(clock)) : Optional.empty();
    }

    @Override
    public Providers providers() {
        return providers;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Planner planner(Settings settings, Path scratchFolder) {
        Instructions instructions = new Instructions(catalogue, settings.connections());
        return new Planner(instructions, catalogue, settings.connections(), scratchFolder);
    }

    @Override
    public Ledger ledger(Settings settings, Home home) {
        return Ledger.open(settings.ledger(home), clock);
    }

    @Override
    public Intake intake(Ledger ledger, Home home) {
        return new Intake(ledger, home.archive(), clock, random);
    }

    @Override
    public ScheduleFiles scheduleFiles(Settings settings) {
        return new ScheduleFiles(schedules(settings));
    }

    @Override
    public Timetable timetable(Settings settings, Home home, Ledger ledger) {
        return new Timetable(scheduleFiles(settings), ledger, settings, folder(), scratch(home));
    }

    private Path schedules(Settings settings) {
        return settings.scheduleFolder().orElseGet(() -> routes().resolve("schedules"));
    }

    @Override
    public JobResults results(Settings settings, Home home, Ledger ledger) {
        FormulaGuard guard = settings.formulas() == Settings.Formulas.GUARDED ? FormulaGuard.ON : FormulaGuard.OFF;
        return new JobResults(ledger, archive(settings, home)::document, home.results(), clock, guard);
    }

    @Override
    public Works work(Settings settings, Home home, Ledger ledger, Sources sources) {
        OpeningBroker opening = receives(settings, sources)
                ? OpeningBroker.begin(settings.queue(), home.broker())
                : OpeningBroker.none();
        try (opening) {
            return work(settings, home, ledger, sources, opening);
        }
    }

    private static boolean receives(Settings settings, Sources sources) {
        return sources != Sources.NONE && settings.queue().offered();
    }

    private Works work(Settings settings, Home home, Ledger ledger, Sources sources, OpeningBroker opening) {
        Lease lease = Lease.join(
                ledger.nodes(),
                Timekeeper.of(clock),
                settings.node().name(),
                settings.node().lease());
        Lanes lanes = lanes(settings, ledger, lease);
        Intake intake = intake(ledger, home);
        Stages stages = new Stages(
                intake,
                postRoom(settings, ledger, intake),
                jobPlanner(settings, home, ledger),
                lease,
                lanes,
                results(settings, home, ledger),
                new MappingFiles(settings.mappings()),
                timetable(settings, home, ledger),
                new Endings(
                        ledger,
                        archive(settings, home)::document,
                        home.results(),
                        new DeadLetters(home.deadLetter(), clock)),
                ledger.tellings(),
                clock);
        Gateway gateway = new Gateway(
                stages,
                RouteFiles.in(routes(), schedules(settings)),
                home,
                settings,
                sources == Sources.NONE ? Gateway.Part.WORK : Gateway.Part.WORK_AND_SOURCES);
        boolean receiving = receives(settings, sources);
        if (receiving) {
            gateway.receiving(opening);
        }
        if (sources == Sources.ALL) {
            Planner planner = planner(settings, scratch(home));
            gateway.serving(
                    Site.of(
                            new Parts(
                                    settings,
                                    home,
                                    ledger,
                                    intake,
                                    planner,
                                    providers,
                                    lanes,
                                    Inquiries.within(lanes, providers, settings.proxy()),
                                    stages.timetable(),
                                    clock),
                            receiving ? List.of(new HealthCheck("queue", gateway::queueTrouble)) : List.of(),
                            new HealthCheck("stages", gateway::trouble)),
                    settings.http());
        }
        settings.traces().ifPresent(gateway::tracedTo);
        return GatewayWorks.start(gateway);
    }

    private PostRoom postRoom(Settings settings, Ledger ledger, Intake intake) {
        return new PostRoom(
                intake,
                ledger,
                new Instructions(catalogue, settings.connections()),
                settings.zone(),
                settings.queue().collect(),
                settings.holds(),
                clock);
    }

    @Override
    public List<Flaw> routeFlaws() {
        // Where the settings cannot be used, the routes are looked at all the same.
        return RouteFiles.in(routes()).check();
    }

    private Path routes() {
        return folder().resolve("routes");
    }

    private JobPlanner jobPlanner(Settings settings, Home home, Ledger ledger) {
        Archive archive = archive(settings, home);
        DeadLetters deadLetters = new DeadLetters(home.deadLetter(), clock);
        Refusals refusals = (job, problem, findings) -> deadLetters.write(
                job.id(), archive.document(job).path(), problem, findings.problems(), findings.problemCount());
        return new JobPlanner(
                ledger,
                archive,
                planner(settings, scratch(home)),
                settings.connections(),
                settings.missing(),
                settings.onInvalidRows(),
                refusals,
                settings.holds(),
                new HeldJobs(home.held(), settings.connections()),
                new LookingFirst(providers, settings.connections(), home.archive(), scratch(home)));
    }

    @Override
    public Function<Connection, Inquiry> inquiries(Settings settings) {
        return Inquiries.alone(providers, settings.proxy(), Timekeeper.of(clock), random);
    }

    private Lanes lanes(Settings settings, Ledger ledger, Lease lease) {
        ledger.calls().order(settings.jobOrder());
        return new Lanes(
                settings.connections(), providers, ledger, lease, Timekeeper.of(clock), random, settings.evidence());
    }

    private static Path scratch(Home home) {
        return home.state().resolve("scratch");
    }

    private static Archive archive(Settings settings, Home home) {
        return new Archive(home.archive(), settings.charset(), settings.zone());
    }
}
