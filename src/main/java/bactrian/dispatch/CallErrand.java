package bactrian.dispatch;

import bactrian.ledger.Claim;
import bactrian.provider.Request;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A claimed call on its way: its edits, or a question about it. */
final class CallErrand extends Errand {
    private final Claim claim;
    private final Duration waited;
    private @Nullable Request written;

    /** @param waited for its slot */
    CallErrand(Lane lane, Claim claim, long sentAt, Duration waited) {
        super(lane, sentAt);
        this.waited = waited;
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    @Override
    public Request request() {
        Request request = lane().write(claim);
        written = request;
        return request;
    }

    /** What was sent, once it was written. */
    Optional<Request> sent() {
        return Optional.ofNullable(written);
    }

    Duration waited() {
        return waited;
    }

    @Override
    public Recording settle(Attempt attempt) {
        return lane().completion().settle(this, attempt);
    }

    @Override
    public void fault(Fault when, Exception defect) throws InterruptedException {
        lane().completion().fault(this, when, defect);
    }

    @Override
    public void abandon() throws InterruptedException {
        lane().completion().abandon(this);
    }

    @Override
    public String toString() {
        return claim.call().job() + " call " + claim.call().number();
    }
}
