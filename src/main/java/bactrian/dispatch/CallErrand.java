package bactrian.dispatch;

import bactrian.ledger.Claim;
import bactrian.provider.Request;

/** A claimed call on its way: its edits, or a question about it. */
final class CallErrand extends Errand {
    private final Claim claim;

    CallErrand(Lane lane, Claim claim, long sentAt) {
        super(lane, sentAt);
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    @Override
    public Request request() {
        return lane().write(claim);
    }

    @Override
    public void settle(Attempt attempt) throws InterruptedException {
        lane().settle(this, attempt);
    }

    @Override
    public void fault(Fault when, Exception defect) throws InterruptedException {
        lane().fault(this, when, defect);
    }

    @Override
    public void abandon() throws InterruptedException {
        lane().abandon(this);
    }

    @Override
    public String toString() {
        return claim.call().job() + " call " + claim.call().number();
    }
}
