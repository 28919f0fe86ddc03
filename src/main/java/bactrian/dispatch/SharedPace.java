package bactrian.dispatch;

import bactrian.ledger.LedgerUnavailable;
import bactrian.ledger.Paces;
import java.time.Duration;
import java.util.Optional;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pace of a connection that several nodes send to. A slow one asks the ledger for every slot; a fast one takes the slots
 * of a tenth of a second at once. A slot is good for a few milliseconds; what comes too late for it takes another one. A hold
 * that another node heard of is noticed before the next slot, at the latest when the slots in hand are used up.
 */
final class SharedPace implements Pacing {
    private static final Logger LOG = LoggerFactory.getLogger(SharedPace.class);
    private static final double GROUP_SECONDS = 0.1;
    private static final int TRIES = 10;
    private static final long STALE_NANOS = Duration.ofMillis(50).toNanos();
    private static final long LONGEST_LEAD = Duration.ofSeconds(1).toNanos();
    /** More slots than a slow answer costs are asked for, so that most of them can be used; but not without end. */
    private static final int SPARE = 3;

    private static final long MOST_SPARE = Duration.ofSeconds(10).toNanos();
    /** The ledger counts milliseconds. */
    private static final Duration TICK = Duration.ofMillis(1);

    private final Turns turns;
    private final String connection;
    private final Timekeeper time;
    private final SlotWidth width;
    private final int group;
    private final Object asking = new Object();
    /** Whose they were does not matter: what leaves first takes the first of them. */
    private final PriorityQueue<Slot> taken = new PriorityQueue<>((a, b) -> Long.signum(a.from() - b.from()));

    private SlotRun run = SlotRun.none();
    private long slack;
    private long claiming;
    private long listening;
    private long heldUntil;
    private long heardAt;

    SharedPace(Turns turns, String connection, double requestsPerSecond, Timekeeper time) {
        this.turns = turns;
        this.connection = connection;
        this.time = time;
        this.width = SlotWidth.of(requestsPerSecond);
        this.group = Math.max(1, (int) (requestsPerSecond * GROUP_SECONDS));
        this.heldUntil = time.nanos();
        this.heardAt = time.nanos() - STALE_NANOS;
    }

    @Override
    public long next() {
        Slot slot = slot();
        synchronized (this) {
            forgetMissed();
            taken.add(slot);
            return Math.max(0, slot.from() - lead() - time.nanos());
        }
    }

    @Override
    public Slot depart() {
        return firstTaken().orElseGet(this::slot);
    }

    private synchronized Optional<Slot> firstTaken() {
        forgetMissed();
        return Optional.ofNullable(taken.poll());
    }

    private void forgetMissed() {
        taken.removeIf(slot -> time.nanos() - slot.until() > 0);
    }

    /** While one asks, the others can still use what is in hand. */
    private Slot slot() {
        Optional<Slot> slot = inHand();
        if (slot.isPresent()) {
            return slot.get();
        }
        synchronized (asking) {
            for (int tries = 0; tries < TRIES; tries++) {
                slot = inHand();
                if (slot.isPresent()) {
                    return slot.get();
                }
                ask();
            }
        }
        throw new LedgerUnavailable("The ledger is too slow to keep the pace of " + connection);
    }

    private synchronized Optional<Slot> inHand() {
        return run.next(time.nanos());
    }

    private void ask() {
        long spare =
                SPARE * Math.min(width.lost(slack), MOST_SPARE / width.apart().toNanos());
        int slots = (int) Math.min(Integer.MAX_VALUE, group + spare);
        long asked = time.nanos();
        Paces.Grant grant = turns.take(width.apart(), slots);
        long heard = time.nanos();
        slack = heard - asked + 2 * TICK.toNanos();
        hear(grant.held());
        synchronized (this) {
            run = SlotRun.granted(width, slots, heard, grant.first().plus(TICK), slack);
        }
    }

    /** Next time it is begun so much earlier, so that the slot is not over before. */
    @Override
    public synchronized void prepared(Duration took) {
        claiming = slowest(claiming, took.toNanos());
    }

    private synchronized void heard(long took) {
        listening = slowest(listening, took);
    }

    private long lead() {
        return Math.min(LONGEST_LEAD, claiming + listening);
    }

    /** The longest time lately. */
    private static long slowest(long before, long now) {
        return Math.max(now, before - before / 8);
    }

    @Override
    public void hold(Duration wait) {
        hear(wait);
        try {
            turns.hold(wait);
        } catch (LedgerUnavailable away) {
            LOG.error("Other nodes cannot be told to wait for {}: {}", connection, away.getMessage());
        }
    }

    @Override
    public void listen() {
        if (isStale()) {
            long asked = time.nanos();
            hear(turns.held());
            heard(time.nanos() - asked);
        }
    }

    @Override
    public synchronized long held() {
        return heldUntil - time.nanos();
    }

    private synchronized boolean isStale() {
        return time.nanos() - heardAt > STALE_NANOS;
    }

    private synchronized void hear(Duration held) {
        long until = time.nanos() + held.toNanos();
        heldUntil = until - heldUntil > 0 ? until : heldUntil;
        heardAt = time.nanos();
    }
}
