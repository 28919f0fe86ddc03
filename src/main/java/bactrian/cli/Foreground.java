package bactrian.cli;

import bactrian.config.Home;
import bactrian.config.HomeLock;
import bactrian.config.Settings;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Ledger;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stays with jobs until they have ended. Does the work itself where nobody owns the home or, where the ledger is shared,
 * no node works on it, and watches them otherwise; takes over when they go away.
 */
final class Foreground implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final House house;
    private final Settings settings;
    private final Home home;
    private final Ledger ledger;
    private final Interruption interruption;
    private @Nullable HomeLock lock;
    private @Nullable Works works;

    Foreground(House house, Settings settings, Home home, Ledger ledger, Interruption interruption) {
        this.house = house;
        this.settings = settings;
        this.home = home;
        this.ledger = ledger;
        this.interruption = interruption;
    }

    /**
     * Waits until the job has ended or is held.
     *
     * @throws Interrupted when somebody stops the command meanwhile
     */
    Job await(String id, Progress progress) throws IOException, InterruptedException, Interrupted {
        try (progress) {
            while (true) {
                workWhereNobodyDoes();
                Job job = ledger.jobs().find(id).orElseThrow();
                progress.show(job);
                if (job.state().ended() || job.state() == JobState.HELD) {
                    return job;
                }
                requireThatWorkGoesOn();
                if (interruption.within(LOOK)) {
                    throw new Interrupted(id);
                }
            }
        }
    }

    private void requireThatWorkGoesOn() throws IOException {
        Optional<String> trouble = Optional.ofNullable(works).flatMap(Works::trouble);
        if (trouble.isPresent()) {
            throw new IOException(trouble.get() + " Nothing is lost: the job goes on when the same command or"
                    + " 'bactrian run' is started.");
        }
    }

    private void workWhereNobodyDoes() throws IOException {
        if (works != null || (ledger.nodes().shared() && ledger.nodes().othersAlive())) {
            return;
        }
        Optional<HomeLock> taken = HomeLock.take(home);
        if (taken.isPresent()) {
            lock = taken.get();
            works = house.work(settings, home, ledger, House.Sources.NONE);
        }
    }

    @Override
    public void close() throws IOException {
        if (works != null) {
            works.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
