package bactrian.cli;

import bactrian.broker.Queues;
import bactrian.broker.Sender;
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
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demonstration itself: the service, fed through every way in, until all is accounted for. */
final class DemoRun {

    private static final Duration LONGEST = Duration.ofSeconds(55);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int ALL = 100;

    private enum Way {
        INBOX,
        COMMAND_LINE,
        QUEUE
    }

    /** Where an example goes. @param folder below the inbox */
    private record Feed(String example, Way way, String folder, Defaults defaults) {

        static Feed drop(String example, String folder) {
            return new Feed(example, Way.INBOX, folder, Defaults.NONE);
        }

        static Feed apply(String example, Defaults defaults) {
            return new Feed(example, Way.COMMAND_LINE, "", defaults);
        }

        static Feed send(String example) {
            return new Feed(example, Way.QUEUE, "", Defaults.NONE);
        }
    }

    private static final List<Feed> FEEDS = List.of(
            Feed.drop("01-awork-due-dates/due-dates.csv", "awork/setdates"),
            Feed.apply("02-close-tasks/tasks.csv", Defaults.NONE),
            Feed.drop("03-close-bulk-edit/qualify.json", ""),
            Feed.drop("04-yandex-tracker-issues/issues.json", ""),
            Feed.apply(
                    "05-spreadsheet-with-mistakes/priorities.csv",
                    new Defaults(Optional.of("awork"), Optional.of("setprio"), Optional.empty())),
            Feed.drop("06-refused-file/wrong-column.csv", "awork/setdates"),
            Feed.send("09-by-message/priorities.json"));

    private final House house;
    private final Settings settings;
    private final Home home;
    private final PrintWriter err;
    private final Interruption interruption;

    DemoRun(House house, Settings settings, Home home, PrintWriter err, Interruption interruption) {
        this.house = house;
        this.settings = settings;
        this.home = home;
        this.err = err;
        this.interruption = interruption;
    }

    /** The jobs as they stand at the end, in order of arrival. */
    List<Job> run() throws IOException, InterruptedException, Interrupted {
        DemoSchedule schedule = new DemoSchedule(home);
        schedule.write(house.folder());
        err.println("bactrian: a list is due every 3 seconds, as " + schedule.folder() + " says");
        HomeLock lock = HomeLock.take(home).orElseThrow();
        try (lock;
                Ledger ledger = house.ledger(settings, home)) {
            Intake intake = house.intake(ledger, home);
            Works works = house.work(settings, home, ledger, House.Sources.ROUTES);
            try (works) {
                for (Feed feed : FEEDS) {
                    feed(feed, intake, works);
                }
                works.wake();
                return watch(ledger);
            }
        }
    }

    private void feed(Feed feed, Intake intake, Works works) throws IOException {
        Path example = house.folder().resolve("examples").resolve(feed.example());
        String name = example.getFileName().toString();
        switch (feed.way()) {
            case INBOX -> {
                Path folder = Files.createDirectories(home.inbox().resolve(feed.folder()));
                Path half = Files.copy(example, folder.resolve("." + name));
                Files.move(half, folder.resolve(name));
                err.println("bactrian: dropped " + name + " into "
                        + home.root().relativize(folder.resolve(name)).getParent());
            }
            case COMMAND_LINE -> {
                Format format = Format.ofFileName(name).orElseThrow();
                intake.receive(example, Delivery.of("apply:" + example, name, format, feed.defaults()));
                err.println("bactrian: applied " + name);
            }
            case QUEUE -> {
                String address = works.queue().orElseThrow().address();
                Sender.send(address, Files.readString(example));
                err.println("bactrian: sent " + name + " to the queue " + Queues.INSTRUCTIONS + " at " + address);
            }
        }
    }

    private void approve(Job job, Ledger ledger) {
        if (job.state() == JobState.HELD && ledger.jobs().start(job.id(), Who.atTheCommandLine())) {
            err.println("bactrian: " + job.id() + " is held. "
                    + job.reason().map(Job.Reason::message).orElse("") + " Approved, as 'bactrian approve' does.");
        }
    }

    private List<Job> watch(Ledger ledger) throws InterruptedException, Interrupted {
        Map<String, Progress> progress = new HashMap<>();
        Instant latest = house.clock().instant().plus(LONGEST);
        while (true) {
            List<Job> jobs = ledger.jobs().newest(ALL).stream()
                    .sorted(Comparator.comparing(Job::arrivalNumber))
                    .toList();
            for (Job job : jobs) {
                progress.computeIfAbsent(job.id(), id -> new ProgressLines(err, house.clock()))
                        .show(job);
                approve(job, ledger);
            }
            boolean allEnded =
                    jobs.stream().filter(job -> !DemoSchedule.isOf(job)).count() == FEEDS.size()
                            && DemoSchedule.hasRun(jobs)
                            && jobs.stream().allMatch(job -> job.state().ended());
            if (allEnded || house.clock().instant().isAfter(latest)) {
                return jobs;
            }
            if (interruption.within(LOOK)) {
                throw new Interrupted("demo");
            }
        }
    }
}
