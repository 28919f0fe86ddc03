package bactrian.dispatch;

import bactrian.ledger.Calls;
import bactrian.ledger.Claim;
import bactrian.ledger.LaneState;
import bactrian.ledger.LaneState.Trouble;
import bactrian.ledger.LedgerUnavailable;
import bactrian.operation.Connection;
import bactrian.outcome.Code;
import bactrian.provider.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The only road to one connection's provider. Its workers share a rate, a hold and a rest. */
public final class Lane {
    private final Upstream upstream;
    private final Node node;
    private final Timekeeper time;
    private final Calls calls;
    private final Slots slots;
    private final Settling settling;
    private final Bulletin bulletin;
    private final Health health;
    private final Completion completion;
    /** Whether the last who wanted to take what is due found something. */
    private volatile boolean found;

    Lane(Upstream upstream, Node node, Slots slots, Settling settling, Inherited inherited) {
        this.upstream = upstream;
        this.node = node;
        this.time = node.time();
        this.calls = node.ledger().calls();
        this.slots = slots;
        this.settling = settling;
        this.bulletin = new Bulletin(upstream.name(), node.ledger().lanes(), inherited);
        Duration giveUpAfter = upstream.connection().limits().giveUpAfter();
        this.health = new Health(giveUpAfter, inherited.state(), inherited.waits());
        Manners manners = new Manners(upstream.name(), slots, upstream.dialect(), giveUpAfter);
        this.completion = new Completion(upstream, node, settling, manners, health, bulletin);
        upstream.missingCredentials().ifPresent(what -> health.down(Code.MISSING_CREDENTIALS, what, time.instant()));
    }

    public Connection connection() {
        return upstream.connection();
    }

    public LaneState state() {
        return health.state(upstream.name());
    }

    /** Headers for every request of this lane; put on last and never shown. */
    public Map<String, String> authorization() {
        return upstream.dialect().authorization();
    }

    /** Somebody says that the provider is back, or has renewed the credentials. */
    public void resume() {
        upstream.renewCredentials();
        health.troubledSince().ifPresent(completion::excuse);
        health.resume(time.instant());
        bulletin.tell(health);
        node.lookout().wake();
    }

    /** Asks questions outside any call, within this lane's rate. */
    Inquiry inquiry(Wire wire) {
        return new Inquiry(upstream, slots, time, node.closing(), node.backoff(), wire);
    }

    /** Whether its provider is well, as far as is known. */
    boolean isClear() {
        return health.isClear();
    }

    /** Takes note of how often other processes have resumed it so far. */
    void heard(long resumes) {
        if (bulletin.isResumed(resumes)) {
            resume();
        }
    }

    /** Whether workers would get up in vain, whatever is due. */
    boolean rests(Instant now) {
        return health.resting(now);
    }

    /** Nothing is due nor will be. */
    void nothingWaits() {
        health.nothingWaits();
    }

    /**
     * Waits for permission to send, then takes the next call that is due. It is recorded as being sent before this
     * returns, and is to be sent at once. Where the provider may be away it is a probe instead, as long as something is
     * due.
     *
     * @return empty when nothing is due, the lane rests or closes, the ledger is away, or others may take over from this
     *     node
     */
    public Optional<Errand> next() throws InterruptedException {
        try {
            return permitted();
        } catch (LedgerUnavailable away) {
            node.lookout().rest(time.instant());
            return Optional.empty();
        }
    }

    /**
     * {@link #next()}, and waits until what came of the worker's errand before is durable. Both are asked of the ledger
     * before either is waited for. Where the ledger is in trouble, what is in hand goes first.
     */
    public Optional<Errand> next(Recording before) throws InterruptedException {
        Optional<Errand> next = next();
        if (before.trouble().isEmpty()) {
            return next;
        }
        if (next.isPresent()) {
            next.get().abandon();
        }
        before.await();
        return Optional.empty();
    }

    private Optional<Errand> permitted() throws InterruptedException {
        while (node.working() && isAnythingDue()) {
            switch (health.ask(time.instant())) {
                case GO -> {
                    Optional<Errand> errand = take();
                    if (errand.isPresent() || health.isClear()) {
                        return errand;
                    }
                }
                case PROBE -> {
                    return probe();
                }
                case REST -> {
                    return Optional.empty();
                }
                case GIVE_UP -> giveUpOne();
            }
        }
        return Optional.empty();
    }

    private boolean isAnythingDue() {
        return found || calls.hasDue(upstream.name());
    }

    private Optional<Errand> take() throws InterruptedException {
        long asked = time.nanos();
        if (!slots.take() || !health.isClear()) {
            return Optional.empty();
        }
        long slot = time.nanos();
        Optional<Claim> claim = calls.claim(upstream.name());
        found = claim.isPresent();
        claim.ifPresent(taken -> slots.prepared(Duration.ofNanos(time.nanos() - slot)));
        return claim.map(taken -> new CallErrand(this, taken, time.nanos(), Duration.ofNanos(slot - asked)));
    }

    private Optional<Errand> probe() throws InterruptedException {
        if (upstream.missingCredentials().isPresent()) {
            health.cannotProbe(
                    Code.MISSING_CREDENTIALS, upstream.missingCredentials().get(), time.instant());
            bulletin.tell(health);
            return Optional.empty();
        }
        bulletin.tell(health);
        boolean made = false;
        try {
            made = calls.hasDue(upstream.name()) && slots.take();
        } finally {
            if (!made) {
                health.probeUnused();
            }
        }
        found = made;
        if (!made) {
            return Optional.empty();
        }
        upstream.renewCredentials();
        return Optional.of(new Probe(this, upstream.dialect().probe(), time.nanos()));
    }

    private void giveUpOne() {
        Optional<Claim> claim = calls.claim(upstream.name());
        LaneState state = state();
        claim.ifPresentOrElse(
                taken -> settling.giveUp(
                                taken,
                                state.trouble().map(Trouble::code).orElse(Code.RATE_LIMITED),
                                state.trouble().map(Trouble::why).orElse("The provider kept asking to wait (429)."))
                        .await(),
                health::gaveUp);
        found = claim.isPresent();
    }

    Request write(Claim claim) {
        return settling.asking().write(claim);
    }

    /** What takes care of errands that have been carried, or shall not be. */
    Completion completion() {
        return completion;
    }

    /**
     * To be asked right before the first byte of a call that was claimed here leaves. Waits a moment where it would crowd
     * others.
     *
     * @return false when it must not be sent: it may be others' by now, or there is no room for it
     */
    public boolean maySend() throws InterruptedException {
        try {
            return slots.depart() && node.lease().held();
        } catch (LedgerUnavailable away) {
            return false;
        }
    }

    /** Takes care of a call that a process was sending when it died. */
    void interrupted(Claim claim) {
        settling.interrupted(claim);
    }
}
