package bactrian.dispatch;

import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.Calls;
import bactrian.ledger.Claim;
import bactrian.ledger.Durable;
import bactrian.ledger.LaneState;
import bactrian.ledger.LaneState.Trouble;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerUnavailable;
import bactrian.operation.Connection;
import bactrian.operation.Secret;
import bactrian.outcome.Code;
import bactrian.provider.Dialect;
import bactrian.provider.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only road to one connection's provider. Its workers share a rate, a hold and a rest. */
public final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Connection connection;
    private final Optional<String> missingCredentials;
    private final Dialect dialect;
    private final Calls calls;
    private final Lease lease;
    private final Timekeeper time;
    private final CountDownLatch closing;
    private final Slots slots;
    private final Lookout lookout;
    private final Manners manners;
    private final Health health;
    private final Bulletin bulletin;
    private final Settling settling;
    private final Echo echo;
    private final Optional<Witness> witness;
    private volatile Observer observer = Observer.NONE;

    Lane(
            Connection connection,
            Optional<String> missingCredentials,
            Dialect dialect,
            Ledger ledger,
            Lease lease,
            Timekeeper time,
            CountDownLatch closing,
            Slots slots,
            Settling settling,
            Echo echo,
            Optional<Witness> witness) {
        this.witness = witness;
        this.connection = connection;
        this.missingCredentials = missingCredentials;
        this.dialect = dialect;
        this.calls = ledger.calls();
        this.lease = lease;
        this.time = time;
        this.closing = closing;
        this.slots = slots;
        this.lookout = new Lookout(calls, connection.name());
        this.manners = new Manners(slots, dialect, connection.limits().giveUpAfter());
        this.settling = settling;
        this.echo = echo;
        this.bulletin = new Bulletin(connection.name(), ledger.lanes());
        this.health = new Health(connection.limits().giveUpAfter(), bulletin.before(), lookout.isAnythingWaiting());
        missingCredentials.ifPresent(what -> health.down(Code.MISSING_CREDENTIALS, what, time.instant()));
    }

    public Connection connection() {
        return connection;
    }

    public LaneState state() {
        return health.state(connection.name());
    }

    void observedBy(Observer somebody) {
        observer = somebody;
    }

    /** Headers for every request of this lane; put on last and never shown. */
    public Map<String, String> authorization() {
        return dialect.authorization();
    }

    /** Somebody says that the provider is back, or has renewed the credentials. */
    public void resume() {
        renewCredentials();
        health.troubledSince().ifPresent(this::excuse);
        health.resume(time.instant());
        bulletin.tell(this::state);
        wake();
    }

    /** What the whole lane could not do is not held against the calls that it kept waiting. */
    private void excuse(Instant since) {
        calls.excuse(connection.name(), since, time.instant());
    }

    /** Asks questions outside any call, within this lane's rate. */
    Inquiry inquiry(Wire wire, Backoff backoff) {
        return new Inquiry(connection, dialect, slots, time, closing, backoff, wire, missingCredentials);
    }

    /** There may be something new to send. */
    public void wake() {
        lookout.wake();
    }

    /** Whether workers should get up. Asked often; looks into the ledger at most once a second while nothing is due. */
    public boolean due() {
        Instant now = time.instant();
        try {
            return due(now);
        } catch (LedgerUnavailable away) {
            lookout.rest(now); // whoever renews the lease says so, once for all lanes
            return false;
        }
    }

    private boolean due(Instant now) {
        if (closed() || !lease.held()) {
            return false;
        }
        if (!health.isClear() && bulletin.heardResume(now)) {
            resume();
        }
        if (health.resting(now)) {
            return false;
        }
        boolean due = lookout.due(now);
        if (!due && lookout.nothingWaits()) {
            health.nothingWaits();
        }
        return due;
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
            lookout.rest(time.instant());
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
        while (!closed() && lease.held() && lookout.isAnythingDue()) {
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

    private Optional<Errand> take() throws InterruptedException {
        long asked = time.nanos();
        if (!slots.take() || !health.isClear()) {
            return Optional.empty();
        }
        long slot = time.nanos();
        Optional<Claim> claim = calls.claim(connection.name());
        lookout.found(claim.isPresent());
        claim.ifPresent(taken -> slots.prepared(Duration.ofNanos(time.nanos() - slot)));
        return claim.map(taken -> new CallErrand(this, taken, time.nanos(), Duration.ofNanos(slot - asked)));
    }

    private Optional<Errand> probe() throws InterruptedException {
        if (missingCredentials.isPresent()) {
            health.cannotProbe(Code.MISSING_CREDENTIALS, missingCredentials.get(), time.instant());
            bulletin.tell(this::state);
            return Optional.empty();
        }
        bulletin.tell(this::state);
        boolean made = false;
        try {
            made = lookout.look() && slots.take();
        } finally {
            if (!made) {
                health.probeUnused();
            }
        }
        lookout.found(made);
        if (!made) {
            return Optional.empty();
        }
        renewCredentials();
        return Optional.of(new Probe(this, dialect.probe(), time.nanos()));
    }

    private void renewCredentials() {
        connection.secrets().values().forEach(Secret::renew);
    }

    private void giveUpOne() {
        Optional<Claim> claim = calls.claim(connection.name());
        LaneState state = state();
        claim.ifPresentOrElse(
                taken -> settling.giveUp(
                                taken,
                                state.trouble().map(Trouble::code).orElse(Code.RATE_LIMITED),
                                state.trouble().map(Trouble::why).orElse("The provider kept asking to wait (429)."))
                        .await(),
                health::gaveUp);
        lookout.found(claim.isPresent());
    }

    Request write(Claim claim) {
        return settling.asking().write(claim);
    }

    Recording settle(CallErrand errand, Attempt heard) {
        Attempt attempt = echo.hush(heard);
        observer.attempted(errand.claim().call(), attempt, Duration.ofNanos(time.nanos() - errand.sentAt()));
        Weather weather = health.note(attempt, settling.repeat(errand.claim()), time.instant());
        Duration asked = manners.heed(attempt, errand.sentAt(), time.instant());
        bulletin.tell(this::state);
        witness.ifPresent(kept -> kept.note(errand, attempt));
        return record(() -> settling.settle(errand.claim(), attempt, weather, asked));
    }

    Recording probed(Probe probe, Attempt heard) throws InterruptedException {
        Attempt attempt = echo.hush(heard);
        Optional<Instant> since = health.endedBy(attempt);
        if (since.isPresent()) {
            recordNow(() -> excuse(since.get())); // before anything is sent
        }
        health.probed(attempt, time.instant());
        manners.heed(attempt, probe.sentAt(), time.instant());
        bulletin.tell(this::state);
        return record(() -> Durable.DONE);
    }

    void fault(CallErrand errand, Errand.Fault when, Exception defect) throws InterruptedException {
        LOG.error("A defect of Bactrian hit {}", errand, defect);
        String why = "Bactrian has a defect: " + defect;
        if (when == Errand.Fault.AFTER_SENDING) {
            settle(errand, new Lost(Loss.BROKEN, why)).await();
        } else {
            record(() -> settling.giveUp(errand.claim(), Code.INTERNAL, why)).await();
        }
    }

    /**
     * To be asked right before the first byte of a call that was claimed here leaves. Waits a moment where it would crowd
     * others.
     *
     * @return false when it must not be sent: it may be others' by now, or there is no room for it
     */
    public boolean maySend() throws InterruptedException {
        try {
            return slots.depart() && lease.held();
        } catch (LedgerUnavailable away) {
            return false;
        }
    }

    void abandonProbe() {
        health.probeUnused();
    }

    /** Nothing of it was sent. */
    void abandon(CallErrand errand) throws InterruptedException {
        recordNow(() -> calls.release(errand.claim()));
    }

    /** Takes care of a call that a process was sending when it died. */
    void interrupted(Claim claim) {
        settling.interrupted(claim);
    }

    private void recordNow(Runnable entry) throws InterruptedException {
        record(() -> {
                    entry.run();
                    return Durable.DONE;
                })
                .await();
    }

    private Recording record(Supplier<Durable> entry) {
        return new Recording(connection.name(), time, closing, entry);
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }
}
