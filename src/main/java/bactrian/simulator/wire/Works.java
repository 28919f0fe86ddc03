package bactrian.simulator.wire;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The work a provider goes on with after it has answered, oldest first. Its effects show when it ends, not before. */
public final class Works {

    private final InstantSource clock;
    private Pace pace;
    private final Deque<Ending> scripted = new ArrayDeque<>();
    private final Map<String, Work> byId = new LinkedHashMap<>();

    /** Nothing to do yet. */
    public Works(InstantSource clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /** From now on work gets on like this. */
    public synchronized void pace(Pace other) {
        pace = other;
    }

    /** The next piece of work ends so; asked again, the one after it. */
    public synchronized void next(Ending ending) {
        scripted.add(ending);
    }

    /** Starts a piece of work. {@code finish} is run once, when it ends. */
    public synchronized Work start(String id, Consumer<Ending> finish) {
        Ending ending = Optional.ofNullable(scripted.poll()).orElse(Ending.DONE);
        Work work = new Work(id, clock.instant(), ending, finish);
        byId.put(id, work);
        return work;
    }

    /** A piece of work, without bringing it on. */
    public synchronized Optional<Work> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A piece of work after one more look at it. */
    public synchronized Optional<Work> look(String id) {
        Optional<Work> found = find(id);
        found.ifPresent(work -> {
            work.looked();
            if (work.share(pace, clock.instant()) >= 1) {
                work.finish();
            }
        });
        return found;
    }

    /** How far it has come, 0 to 1. */
    public synchronized double share(Work work) {
        return work.share(pace, clock.instant());
    }

    /** Ends what is over by the clock. */
    public synchronized void catchUp() {
        if (pace instanceof Pace.Time) {
            Instant now = clock.instant();
            unfinished().stream().filter(work -> work.share(pace, now) >= 1).forEach(Work::finish);
        }
    }

    /** Ends everything that can end, looked at or not. */
    public synchronized void settle() {
        unfinished().stream().filter(work -> work.ending() != Ending.STUCK).forEach(Work::finish);
    }

    private List<Work> unfinished() {
        List<Work> open = new ArrayList<>(byId.values());
        open.removeIf(Work::finished);
        return open;
    }
}
