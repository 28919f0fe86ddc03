package bactrian.schedule;

import bactrian.config.Settings;
import bactrian.config.SourceAccess;
import bactrian.instruction.mapping.MappingFile;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.plan.Delivery;
import bactrian.plan.JobOptions;
import bactrian.plan.Tree;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the snapshots of scheduled jobs when they are due. */
public final class Timetable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    private final ScheduleFiles files;
    private final Ledger ledger;
    private final Settings settings;
    private final Path folder;
    private final Path scratch;

    /** What of a snapshot is sent. */
    public enum Extent {
        /** What the schedule's mode says. */
        AS_USUAL,
        /** All of it, also what did not change and what may have been applied. */
        EVERYTHING
    }

    /**
     * @param folder the project's, from which relative paths of sources start
     * @param scratch for throw-away files, made where missing
     */
    public Timetable(ScheduleFiles files, Ledger ledger, Settings settings, Path folder, Path scratch) {
        this.files = files;
        this.ledger = ledger;
        this.settings = settings;
        this.folder = folder;
        this.scratch = scratch;
    }

    public ScheduleFiles files() {
        return files;
    }

    /** The last job of a schedule. */
    public Optional<Job> lastJob(Schedule schedule) {
        return ledger.jobs().newestFrom(schedule.origin());
    }

    /** Why it cannot be run now: its former job is still open. */
    public Optional<String> busy(Schedule schedule) {
        return lastJob(schedule)
                .filter(job -> !job.state().ended())
                .map(job -> "Its former job " + job.id() + " is " + job.state().word()
                        + (job.state() == bactrian.ledger.JobState.HELD ? ": approve or cancel it." : "."));
    }

    /**
     * Takes the snapshot of a schedule that is due, unless its former job is still open or another node runs it.
     *
     * @param nextAt when it is due the next time; empty where nobody says, and then each node that asks runs it
     * @throws IOException when the source cannot be read; that is noted, too
     */
    public Optional<Snapshot> due(String name, Optional<Instant> nextAt) throws IOException, InterruptedException {
        Schedule schedule = files.find(name)
                .orElseThrow(() -> new IOException("There is no schedule " + name + " that can be used."));
        String timing = schedule.cron() + " " + schedule.zone();
        if (nextAt.isPresent() && !ledger.schedules().take(name, timing, nextAt.get())) {
            LOG.debug("Another node runs schedule {}.", name);
            return Optional.empty();
        }
        Optional<Snapshot> taken = Optional.empty();
        try {
            taken = takeOnceFree(schedule);
        } finally {
            if (taken.isEmpty()) {
                ledger.schedules().finish(name);
            }
        }
        return taken;
    }

    private Optional<Snapshot> takeOnceFree(Schedule schedule) throws IOException, InterruptedException {
        String name = schedule.name();
        Optional<String> busy = busy(schedule);
        if (busy.isPresent()) {
            LOG.info("Schedule {} skips a run. {}", name, busy.get());
            ledger.schedules().note(name, "skipped: " + busy.get());
            return Optional.empty();
        }
        try {
            return Optional.of(
                    take(schedule, Extent.AS_USUAL, () -> ledger.schedules().finish(name)));
        } catch (IOException unreadable) {
            ledger.schedules().note(name, "failed: " + unreadable.getMessage());
            throw unreadable;
        }
    }

    /** Takes the snapshot of a schedule now. */
    public Snapshot take(Schedule schedule, Extent extent) throws IOException, InterruptedException {
        return take(schedule, extent, () -> {});
    }

    private Snapshot take(Schedule schedule, Extent extent, Runnable finished)
            throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        Path own = Files.createTempDirectory(scratch, ".schedule-");
        boolean taken = false;
        try {
            Fetched fetched = fetch(schedule, own);
            Snapshot snapshot = new Snapshot(fetched.file(), delivery(schedule, fetched, extent), own, finished);
            taken = true;
            return snapshot;
        } finally {
            if (!taken) {
                Tree.delete(own);
            }
        }
    }

    private Fetched fetch(Schedule schedule, Path own) throws IOException, InterruptedException {
        SourceAccess access = settings.sources().getOrDefault(schedule.name(), SourceAccess.NONE);
        String source = access.url().orElse(schedule.source());
        if (source.startsWith("jdbc:")) {
            return SqlSource.fetch(source, schedule.query().orElse(""), access, own);
        }
        if (source.startsWith("http:") || source.startsWith("https:")) {
            try {
                return new WebSource(settings.proxy())
                        .fetch(URI.create(source), access.authorization(), schedule.format(), own);
            } catch (IllegalArgumentException noAddress) {
                throw new IOException("The source of schedule " + schedule.name() + " is no web address.", noAddress);
            }
        }
        return FileSource.fetch(source, folder);
    }

    private Delivery delivery(Schedule schedule, Fetched fetched, Extent extent) throws IOException {
        Map<String, String> options = new HashMap<>(JobOptions.scheduled(
                schedule.name(),
                schedule.mode() == Schedule.Mode.SYNC ? Optional.of(schedule.guard()) : Optional.empty(),
                extent == Extent.EVERYTHING));
        if (schedule.mapping().isPresent()) {
            MappingFile mapping = new MappingFiles(settings.mappings())
                    .find(schedule.mapping().get())
                    .orElseThrow(() -> new IOException("There is no mapping "
                            + schedule.mapping().get() + ", which schedule " + schedule.name() + " names."));
            options.putAll(JobOptions.mapping(mapping));
        }
        String end = fetched.fileName().replaceFirst("^.*(?=[.])", "");
        return Delivery.of(schedule.origin(), schedule.name() + end, fetched.format(), schedule.defaults())
                .options(options);
    }
}
