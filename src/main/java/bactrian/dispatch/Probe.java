package bactrian.dispatch;

import bactrian.dispatch.Attempt.NeverSent;
import bactrian.provider.Request;

/** A question that changes nothing, asked to learn whether the provider is there. Neither a call nor an attempt. */
final class Probe extends Errand {
    private final Request request;

    Probe(Lane lane, Request request, long sentAt) {
        super(lane, sentAt);
        this.request = request;
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Recording settle(Attempt attempt) throws InterruptedException {
        return lane().completion().settle(this, attempt);
    }

    @Override
    public void fault(Fault when, Exception defect) throws InterruptedException {
        settle(new NeverSent("Bactrian has a defect: " + defect));
    }

    @Override
    public void abandon() {
        lane().completion().abandon(this);
    }

    @Override
    public String toString() {
        return "probe of " + lane().connection().name();
    }
}
