package bactrian.simulator.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A piece of work that goes on after its answer. */
public final class Work {

    private final String id;
    private final Instant startedAt;
    private final Ending ending;
    private final Consumer<Ending> finish;
    private int looks;
    private boolean finished;

    Work(String id, Instant startedAt, Ending ending, Consumer<Ending> finish) {
        this.id = id;
        this.startedAt = startedAt;
        this.ending = ending;
        this.finish = finish;
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** When it was asked for. */
    public Instant startedAt() {
        return startedAt;
    }

    /** How it ended, or will. */
    public Ending ending() {
        return ending;
    }

    /** Whether it has ended and its effects show. */
    public boolean finished() {
        return finished;
    }

    /** How often it has been looked at. */
    public int looks() {
        return looks;
    }

    void looked() {
        looks++;
    }

    double share(Pace pace, Instant now) {
        if (finished) {
            return 1;
        }
        double share = pace instanceof Pace.Looks by
                ? (double) looks / Math.max(1, by.untilDone())
                : (double) Duration.between(startedAt, now).toNanos()
                        / Math.max(1, ((Pace.Time) pace).untilDone().toNanos());
        return ending == Ending.STUCK ? Math.min(share, 0.9) : Math.min(share, 1);
    }

    void finish() {
        if (!finished && ending != Ending.STUCK) {
            finished = true;
            finish.accept(ending);
        }
    }
}
