package bactrian.dispatch;

import bactrian.ledger.Claim;
import bactrian.provider.Request;

/** One request that a worker has to carry: a claimed call's edits, or a question about it. Settled exactly once. */
public final class Errand {
    private final Lane lane;
    private final Claim claim;
    private final Health.Permission sentAs;
    private final long sentAt;

    Errand(Lane lane, Claim claim, Health.Permission sentAs, long sentAt) {
        this.lane = lane;
        this.claim = claim;
        this.sentAs = sentAs;
        this.sentAt = sentAt;
    }

    public Lane lane() {
        return lane;
    }

    /** What to send, without credentials, which {@link Lane#authorization} gives. */
    public Request request() {
        return lane.write(claim);
    }

    /** Records what came back and what follows from it. Returns when that is durable. */
    public void settle(Attempt attempt) throws InterruptedException {
        lane.settle(this, attempt);
    }

    /** The request could not even be written, or what came back broke the reader: a defect. */
    public void fault(Fault when, Exception defect) throws InterruptedException {
        lane.fault(this, when, defect);
    }

    /** Whether a defect showed before or after the request may have left. */
    public enum Fault {
        BEFORE_SENDING,
        AFTER_SENDING
    }

    Claim claim() {
        return claim;
    }

    Health.Permission sentAs() {
        return sentAs;
    }

    long sentAt() {
        return sentAt;
    }

    @Override
    public String toString() {
        return claim.call().job() + " call " + claim.call().number();
    }
}
