package bactrian.dispatch;

import bactrian.dispatch.Pacing.Slot;
import java.time.Duration;
import java.util.Optional;

/**
 * Slots in a row that were granted to this node. The grant counts from the database's present, and where within the question
 * and its answer that was nobody can tell. So each slot begins when it has begun at the latest, and is over when it would
 * crowd the slots of others if it had begun at the earliest; the last ones of a slow grant are let go for that.
 */
final class SlotRun {
    private final long apart;
    private final long grace;
    private long from;
    private int left;

    static SlotRun none() {
        return new SlotRun(0, 0, 0, 0);
    }

    private SlotRun(long apart, long grace, long from, int left) {
        this.apart = apart;
        this.grace = grace;
        this.from = from;
        this.left = left;
    }

    /**
     * @param granted how many
     * @param heard when the answer was there
     * @param first how long until the first of them, when the database said so
     * @param slack how far in the dark the beginning is
     */
    static SlotRun granted(SlotWidth width, int granted, long heard, Duration first, long slack) {
        return new SlotRun(
                width.apart().toNanos(),
                width.grace(slack),
                heard + first.toNanos(),
                Math.max(0, granted - width.lost(slack)));
    }

    /** The next one that is not over. */
    Optional<Slot> next(long now) {
        while (left > 0) {
            Slot slot = new Slot(from, from + grace);
            from += apart;
            left--;
            if (now - slot.until() <= 0) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }
}
