package bactrian.dispatch;

import bactrian.provider.Request;

/**
 * One request that a worker has to carry: a claimed call's edits, a question about it, or a probe. Settled exactly once.
 */
public abstract sealed class Errand permits CallErrand, Probe {
    private final Lane lane;
    private final long sentAt;

    Errand(Lane lane, long sentAt) {
        this.lane = lane;
        this.sentAt = sentAt;
    }

    public final Lane lane() {
        return lane;
    }

    /** What to send, without credentials, which {@link Lane#authorization} gives. */
    public abstract Request request();

    /** Begins to record what came back and what follows from it. To be waited for by {@link Lane#next(Recording)}. */
    public abstract Recording settle(Attempt attempt) throws InterruptedException;

    /** The request could not even be written, or what came back broke the reader: a defect. */
    public abstract void fault(Fault when, Exception defect) throws InterruptedException;

    /** It was not sent and shall not be: others may have taken it over. */
    public abstract void abandon() throws InterruptedException;

    /** Whether a defect showed before or after the request may have left. */
    public enum Fault {
        BEFORE_SENDING,
        AFTER_SENDING
    }

    /** {@link Timekeeper#nanos} when it was handed out. */
    final long sentAt() {
        return sentAt;
    }
}
