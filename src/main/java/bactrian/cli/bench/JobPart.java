package bactrian.cli.bench;

import bactrian.cli.House;
import bactrian.cli.Works;
import bactrian.config.Home;
import bactrian.config.HomeLock;
import bactrian.config.Settings;
import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Ledger;
import bactrian.plan.Delivery;
import bactrian.plan.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Bactrian itself, in this process: files become jobs, one after the other; the last one is measured. */
final class JobPart {
    /** As often as a foreground job is looked at; each look takes its share of what is measured. */
    private static final long LOOK_NANOS = 100_000_000;

    private final House house;
    private final Settings settings;
    private final Home home;

    JobPart(House house, Settings settings, Home home) {
        this.house = house;
        this.settings = settings;
        this.home = home;
    }

    /** @param files the last one is measured; those before warm up */
    Measured run(List<Path> files) throws IOException {
        home.prepare();
        HomeLock lock = HomeLock.take(home).orElseThrow();
        try (lock;
                Ledger ledger = house.ledger(settings, home)) {
            Intake intake = house.intake(ledger, home);
            Works works = house.work(settings, home, ledger, House.Sources.NONE);
            try (works) {
                for (Path warmUp : files.subList(0, files.size() - 1)) {
                    measure(warmUp, ledger, intake, works);
                }
                return measure(files.get(files.size() - 1), ledger, intake, works);
            }
        }
    }

    private static Measured measure(Path file, Ledger ledger, Intake intake, Works works) throws IOException {
        Stopwatch whole = Stopwatch.start();
        String name = file.getFileName().toString();
        Delivery delivery =
                Delivery.of("bench:" + name, name, Format.CSV, Defaults.NONE).options(Map.of("again", "true"));
        String id = intake.receive(file, delivery).id();
        works.wake();
        Stopwatch sending = untilRunning(ledger, id);
        await(
                ledger,
                id,
                job -> job.state().ended()
                        || job.tally().settled() == job.tally().total());
        sending.stop();
        Job ended = await(ledger, id, job -> job.state().ended());
        whole.stop();
        if (ended.tally().succeeded() != ended.tally().total()) {
            throw new IllegalStateException("Not every row succeeded: " + ended);
        }
        return new Measured(
                ended.tally().total(),
                ended.calls(),
                ended.retries(),
                whole.seconds(),
                sending.seconds(),
                whole.cpuSeconds(),
                sending.cpuSeconds(),
                Usage.peakBytes());
    }

    /** @return a watch that was started at the last look before the job ran: none of its calls left earlier */
    private static Stopwatch untilRunning(Ledger ledger, String id) {
        Stopwatch before = Stopwatch.start();
        while (true) {
            Stopwatch look = Stopwatch.start();
            JobState state = ledger.jobs().find(id).orElseThrow().state();
            if (state == JobState.RUNNING || state.ended()) {
                return before;
            }
            before = look;
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Job await(Ledger ledger, String id, Predicate<Job> until) {
        while (true) {
            Job job = ledger.jobs().find(id).orElseThrow();
            if (until.test(job)) {
                return job;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
