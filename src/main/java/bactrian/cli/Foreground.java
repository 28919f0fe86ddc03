package bactrian.cli;

import bactrian.config.HomeLock;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Nodes;
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

    private final OpenHome open;
    private final Interruption interruption;
    private @Nullable HomeLock lock;
    private @Nullable Works works;

    Foreground(OpenHome open, Interruption interruption) {
        this.open = open;
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
                Job job = open.ledger().jobs().find(id).orElseThrow();
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
        Nodes nodes = open.ledger().nodes();
        if (works != null || (nodes.shared() && nodes.othersAlive())) {
            return;
        }
        Optional<HomeLock> taken = HomeLock.take(open.home());
        if (taken.isPresent()) {
            lock = taken.get();
            works = open.work(House.Sources.NONE);
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
